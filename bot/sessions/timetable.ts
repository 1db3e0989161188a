import type { Availability } from '../../shared/application/availability.ts';
import type { Course } from '../../shared/programme/schema.ts';

/** What is known of a course's weekly sessions. */
export interface Timetable {
	/** The course's start, ISO 8601. */
	readonly starts: string;
	readonly weeks: number;
	/** Length of a session. */
	readonly minutes: number;
	/** How many sessions a week: one to three. */
	readonly slots: number;
}

export interface Attendee {
	readonly name: string;
	/** An IANA name. */
	readonly zone: string;
	/** In that zone's local time. */
	readonly availability: Availability;
}

/** A half hour of the week in UTC since Monday 00:00: 0 to 335. Weekly sessions start then. */
export type Slot = number;
export const SLOTS = 336;

/** Whether a person can attend the whole session in every week of the course: 0 no, 1 yes, 2 preferred. */
export type Attendance = 0 | 1 | 2;

export interface Choice {
	/** In the order of the week, without overlap. */
	readonly slots: readonly Slot[];
	/** How many people can attend at least one of them. */
	readonly attending: number;
	/** How many people prefer one of them. */
	readonly preferring: number;
}

/** The limit for the exact search. */
const MAX_SLOTS = 3;
/** The timetable of a course's sessions; null if the course has no live sessions. */
export function toTimetable({ sessions, starts, weeks }: Course): Timetable | null {
	if (!sessions) return null;
	return { starts, weeks, minutes: sessions.minutes, slots: Math.min(sessions.perWeek, MAX_SLOTS) };
}
