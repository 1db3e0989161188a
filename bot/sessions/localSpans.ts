import { firstOccurrence, MINUTE_MS, occurrences } from './occurrences.ts';
import { offsetsOf, type Offset } from './offsets.ts';
import { SLOTS, type Timetable } from './plan.ts';

/** A part of a local week, in minutes since Monday 00:00; it can run on into the next week. */
export interface Span {
	readonly from: number;
	readonly length: number;
}

const WEEK_MINUTES = 7 * 24 * 60;
/** Unix time began on a Thursday. */
const THURSDAY_MINUTES = 3 * 24 * 60;

/**
 * For each slot, the spans of the local week that its sessions take up, over all weeks of the course. Where clocks
 * change there is more than one: a session then stands at another local hour, or is cut by the change.
 *
 * @returns null for what is no time zone
 */
export function localSpans(timetable: Timetable, zone: string): readonly (readonly Span[])[] | null {
	const begin = Date.parse(timetable.starts);
	const end = begin + (timetable.weeks + 1) * 7 * 24 * 60 * MINUTE_MS + timetable.minutes * MINUTE_MS;
	const offsets = offsetsOf(zone, begin, end);
	if (!offsets) return null;
	return Array.from({ length: SLOTS }, (_, slot) => {
		const spans = new Map<number, Span>();
		// Where clocks do not change, each week is like the first.
		const begins = offsets.length > 1 ? occurrences(timetable, slot) : [firstOccurrence(begin, slot)];
		for (const at of begins) addSpans(spans, at, timetable.minutes, offsets);
		return [...spans.values()];
	});
}

/** One session, cut where the offset changes. */
function addSpans(spans: Map<number, Span>, at: number, minutes: number, offsets: readonly Offset[]): void {
	const end = at + minutes * MINUTE_MS;
	offsets.forEach((offset, index) => {
		const begins = Math.max(at, offset.from);
		const ends = Math.min(end, offsets[index + 1]?.from ?? Infinity);
		if (begins >= ends) return;
		const from = localMinute(begins, offset.minutes);
		const length = Math.ceil((ends - begins) / MINUTE_MS);
		const key = from * 10_000 + length;
		if (!spans.has(key)) spans.set(key, { from, length });
	});
}

/** The minute of the local week at an instant (milliseconds). */
export function localMinute(at: number, offset: number): number {
	const minute = Math.floor(at / MINUTE_MS) + offset + THURSDAY_MINUTES;
	return ((minute % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
}
