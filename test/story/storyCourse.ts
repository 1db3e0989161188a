import type { Course, Programme } from '../../shared/programme/schema.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const STORY = 'story';

/** The days of the story, before today. */
export const days = {
	applying: -25,
	deciding: -20,
	telling: -15,
	replying: -12,
	reminding: -9.5,
	lapsing: -7,
	promoting: -6,
	starting: -1,
} as const;

export const STORY_OFFERS = { confirmDays: 7, reminderDays: 2 } as const;

/** A programme with one course more, whose forty seats were given away in the last weeks. */
export function addStoryCourse(programme: Programme, now: number): Programme {
	const [like] = programme.courses;
	if (!like) throw new Error('There is no course that the story’s could be like.');
	const courses = [...programme.courses, createStoryCourse(like, programme.root, now)];
	return { ...programme, offers: STORY_OFFERS, courses };
}

/** That course alone. */
export function createStoryCourse(like: Course, root: string, now: number): Course {
	const at = (day: number) => new Date(now + day * DAY_MS).toISOString();
	return {
		...like,
		id: STORY,
		title: 'Partnership Building (the round before)',
		page: `${root}/Partnership Building/Before`,
		seats: 40,
		opens: at(-30),
		closes: at(-20.5),
		notify: at(-15.5),
		starts: at(1),
		requirements: [],
		questions: [
			{ id: 'motivation', label: 'Why do you want to take part?', type: 'long-text', required: true },
		],
	};
}
