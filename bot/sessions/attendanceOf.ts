import { weekdays, type Availability } from '../../shared/application/availability.ts';
import type { Span } from './localSpans.ts';
import { SLOTS, type Attendance } from './plan.ts';

const HALF_HOUR = 30;

/** For each slot, whether somebody with this availability can attend all of the spans. */
export function attendanceOf(
	availability: Availability,
	spans: readonly (readonly Span[])[],
): readonly Attendance[] {
	const can = runs(cells(availability, false));
	const rather = runs(cells(availability, true));
	return spans.map((ofSlot) => {
		if (ofSlot.every((span) => covers(rather, span))) return 2;
		return ofSlot.every((span) => covers(can, span)) ? 1 : 0;
	});
}

function cells(availability: Availability, onlyRather: boolean): readonly boolean[] {
	const free = new Array<boolean>(SLOTS).fill(false);
	for (const { day, from, to, preference } of availability) {
		if (onlyRather && preference !== 'rather') continue;
		free.fill(true, weekdays.indexOf(day) * 48 + from, weekdays.indexOf(day) * 48 + to);
	}
	return free;
}

/** How many cells from each one on are free without a break, into the next week; at most a week. */
function runs(free: readonly boolean[]): readonly number[] {
	const lengths = new Array<number>(SLOTS).fill(0);
	let run = 0;
	for (let cell = 2 * SLOTS - 1; cell >= 0; cell--) {
		run = free[cell % SLOTS] ? Math.min(run + 1, SLOTS) : 0;
		lengths[cell % SLOTS] = run;
	}
	return lengths;
}

function covers(lengths: readonly number[], { from, length }: Span): boolean {
	const first = Math.floor(from / HALF_HOUR);
	const last = Math.ceil((from + length) / HALF_HOUR);
	return (lengths[first] ?? 0) >= last - first;
}
