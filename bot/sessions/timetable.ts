import type { Availability } from '../../shared/application/availability.ts';
import type { Course } from '../../shared/programme/schema.ts';

/** When a course's sessions are to be. */
export interface Timetable {
	/** From when on, ISO 8601. */
	readonly starts: string;
	readonly weeks: number;
	/** Length of a session. */
	readonly minutes: number;
	/** How many times a week are looked for: one to three. */
	readonly slots: number;
}

export interface Attendee {
	readonly name: string;
	/** An IANA name. */
	readonly zone: string;
	/** In wall time of that zone. */
	readonly availability: Availability;
}

/** Half hours of the week in UTC since Monday 00:00: 0 to 335. A session begins then, every week. */
export type Slot = number;
export const SLOTS = 336;

/** Whether somebody can attend the whole of a session in every week of the course: 0 cannot, 1 can, 2 would rather. */
export type Attendance = 0 | 1 | 2;

export interface Choice {
	/** In the order of the week. They do not overlap. */
	readonly slots: readonly Slot[];
	/** How many can attend one of them at least. */
	readonly attending: number;
	/** For how many one of them is a good time. */
	readonly preferring: number;
}

/** The search is exact, and with more sessions a week than these there is too much to search. */
const MAX_SLOTS = 3;
/** What sessions of a course have to fit into; null where people attend none together. */
export function toTimetable({ sessions, starts, weeks }: Course): Timetable | null {
	if (!sessions) return null;
	return { starts, weeks, minutes: sessions.minutes, slots: Math.min(sessions.perWeek, MAX_SLOTS) };
}
