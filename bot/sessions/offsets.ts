import { IANAZone } from 'luxon';

/** A time zone's offset from UTC in minutes, from an instant (milliseconds) on. */
export interface Offset {
	readonly from: number;
	readonly minutes: number;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/**
 * The offsets of a zone between two instants (milliseconds), oldest first; the first one applies from `from` on. Null
 * for an invalid IANA zone. Checks week by week: no zone changes twice in a week (the shortest interval is Ramadan in
 * Morocco).
 */
export function findOffsets(zoneName: string, from: number, to: number): readonly Offset[] | null {
	const zone = IANAZone.create(zoneName);
	if (!zone.isValid) return null;
	const offsets: Offset[] = [{ from, minutes: zone.offset(from) }];
	for (let week = from; week < to; week += WEEK_MS) {
		const next = Math.min(week + WEEK_MS, to);
		const minutes = zone.offset(next);
		if (minutes !== offsets[offsets.length - 1]?.minutes)
			offsets.push({ from: findChange(zone, week, next), minutes });
	}
	return offsets;
}

/** The first minute with the later offset. */
function findChange(zone: IANAZone, before: number, after: number): number {
	const earlier = zone.offset(before);
	let [low, high] = [before, after];
	while (high - low > MINUTE_MS) {
		const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
		if (zone.offset(middle) === earlier) low = middle;
		else high = middle;
	}
	return high;
}
