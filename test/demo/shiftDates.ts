import type { Course, Programme } from '../../shared/programme/schema.ts';

const DAY_MS = 86_400_000;

/**
 * The same programme as if its first course had opened one to two weeks before `anchor` (ISO 8601). Dates move by whole
 * weeks, so weekdays, times of day, offsets and the spans between the dates stay.
 */
export function shiftDates(programme: Programme, anchor: string): Programme {
	const opened = Math.min(...programme.courses.map(({ opens }) => Date.parse(opens)));
	const days = 7 * (Math.floor((Date.parse(anchor) - opened) / (7 * DAY_MS)) - 1);
	return { ...programme, courses: programme.courses.map((course) => shiftCourse(course, days)) };
}

function shiftCourse(course: Course, days: number): Course {
	const { promoteUntil } = course;
	return {
		...course,
		opens: shiftInstant(course.opens, days),
		closes: shiftInstant(course.closes, days),
		notify: shiftInstant(course.notify, days),
		starts: shiftInstant(course.starts, days),
		...(promoteUntil === undefined ? {} : { promoteUntil: shiftInstant(promoteUntil, days) }),
	};
}

/** Moves the date and leaves the time of day and the offset as they are written. */
function shiftInstant(instant: string, days: number): string {
	const date = new Date(Date.parse(instant.slice(0, 10)) + days * DAY_MS);
	return date.toISOString().slice(0, 10) + instant.slice(10);
}
