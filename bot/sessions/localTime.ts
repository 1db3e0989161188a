import { findOffsets, type Offset } from './offsets.ts';
import { SLOTS, type Slot, type Timetable } from './timetable.ts';

/** A span of the local week, in minutes since Monday 00:00; it may continue into the next week. */
export interface Span {
	readonly from: number;
	readonly length: number;
}

const WEEK_MINUTES = 7 * 24 * 60;
/** Unix time starts on a Thursday. */
const THURSDAY_MINUTES = 3 * 24 * 60;

/**
 * For each slot, the spans of the local week that its sessions occupy, over all weeks of the course. With clock
 * changes there are several: the session moves to another local hour, or is split by the change.
 *
 * @returns null for an invalid time zone
 */
export function computeLocalSpans(timetable: Timetable, zone: string): readonly (readonly Span[])[] | null {
	const begin = Date.parse(timetable.starts);
	const end = begin + (timetable.weeks + 1) * 7 * 24 * 60 * MINUTE_MS + timetable.minutes * MINUTE_MS;
	const offsets = findOffsets(zone, begin, end);
	if (!offsets) return null;
	return Array.from({ length: SLOTS }, (_, slot) => {
		const spans = new Map<number, Span>();
		// Without clock changes, all weeks are the same.
		const begins = offsets.length > 1 ? sessionStarts(timetable, slot) : [firstSessionStart(begin, slot)];
		for (const at of begins) addSessionSpans(spans, at, timetable.minutes, offsets);
		return [...spans.values()];
	});
}

/** Adds one session, split where the offset changes. */
function addSessionSpans(
	spans: Map<number, Span>,
	at: number,
	minutes: number,
	offsets: readonly Offset[],
): void {
	const end = at + minutes * MINUTE_MS;
	offsets.forEach((offset, index) => {
		const begins = Math.max(at, offset.from);
		const ends = Math.min(end, offsets[index + 1]?.from ?? Infinity);
		if (begins >= ends) return;
		const from = toLocalMinute(begins, offset.minutes);
		const length = Math.ceil((ends - begins) / MINUTE_MS);
		const key = from * 10_000 + length;
		if (!spans.has(key)) spans.set(key, { from, length });
	});
}

/** The minute of the local week of an instant (milliseconds). */
export function toLocalMinute(at: number, offset: number): number {
	const minute = Math.floor(at / MINUTE_MS) + offset + THURSDAY_MINUTES;
	return ((minute % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
}

const MINUTE_MS = 60 * 1000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const WEEK_MS = SLOTS * HALF_HOUR_MS;
/** 1970-01-05, the first Monday of Unix time. */
const MONDAY_MS = 4 * 24 * 60 * MINUTE_MS;
/** When the first session at a slot starts, not before the course does; in milliseconds, like the course's start. */
function firstSessionStart(start: number, slot: Slot): number {
	const week = Math.floor((start - MONDAY_MS) / WEEK_MS);
	const inFirstWeek = MONDAY_MS + week * WEEK_MS + slot * HALF_HOUR_MS;
	return inFirstWeek < start ? inFirstWeek + WEEK_MS : inFirstWeek;
}

/** When the sessions at a slot start, in milliseconds: one for each week of the course. */
export function sessionStarts(timetable: Timetable, slot: Slot): readonly number[] {
	const first = firstSessionStart(Date.parse(timetable.starts), slot);
	return Array.from({ length: timetable.weeks }, (_, index) => first + index * WEEK_MS);
}
