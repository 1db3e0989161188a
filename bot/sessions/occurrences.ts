import { SLOTS, type Slot, type Timetable } from './plan.ts';

export const MINUTE_MS = 60 * 1000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const WEEK_MS = SLOTS * HALF_HOUR_MS;
/** 1970-01-05, the first Monday of Unix time. */
const MONDAY_MS = 4 * 24 * 60 * MINUTE_MS;

/** When sessions at a slot begin, in milliseconds: once in each week of the course, not before it starts. */
export function occurrences(timetable: Timetable, slot: Slot): readonly number[] {
	const first = firstOccurrence(Date.parse(timetable.starts), slot);
	return Array.from({ length: timetable.weeks }, (_, index) => first + index * WEEK_MS);
}

/** When the first session at a slot begins, not before the course starts; in milliseconds, as the course's start. */
export function firstOccurrence(start: number, slot: Slot): number {
	const week = Math.floor((start - MONDAY_MS) / WEEK_MS);
	const inFirstWeek = MONDAY_MS + week * WEEK_MS + slot * HALF_HOUR_MS;
	return inFirstWeek < start ? inFirstWeek + WEEK_MS : inFirstWeek;
}
