import type { Course } from '../../shared/programme/schema.ts';
import type { Timetable } from './plan.ts';

/** The search is exact, and with more sessions a week than these there is too much to search. */
const MOST_SLOTS = 3;

/** What sessions of a course have to fit into; null where people attend none together. */
export function timetableOf({ sessions, starts, weeks }: Course): Timetable | null {
	if (!sessions) return null;
	return { starts, weeks, minutes: sessions.minutes, slots: Math.min(sessions.perWeek, MOST_SLOTS) };
}
