import type { Course, Programme } from '../../shared/programme/schema.ts';

const day = 86_400_000;

/**
 * The same programme as if its first course had opened one to two weeks before `anchor` (ISO 8601). Dates move by whole
 * weeks, so weekdays, times of day, offsets and the spans between the dates stay.
 */
export function moveDates(programme: Programme, anchor: string): Programme {
	const opened = Math.min(...programme.courses.map(({ opens }) => Date.parse(opens)));
	const days = 7 * (Math.floor((Date.parse(anchor) - opened) / (7 * day)) - 1);
	return { ...programme, courses: programme.courses.map((course) => moveCourse(course, days)) };
}

function moveCourse(course: Course, days: number): Course {
	const { promoteUntil } = course;
	return {
		...course,
		opens: moveInstant(course.opens, days),
		closes: moveInstant(course.closes, days),
		notify: moveInstant(course.notify, days),
		starts: moveInstant(course.starts, days),
		...(promoteUntil === undefined ? {} : { promoteUntil: moveInstant(promoteUntil, days) }),
	};
}

/** Moves the date and leaves the time of day and the offset as they are written. */
function moveInstant(instant: string, days: number): string {
	const date = new Date(Date.parse(instant.slice(0, 10)) + days * day);
	return date.toISOString().slice(0, 10) + instant.slice(10);
}
