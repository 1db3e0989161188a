import { WEEKDAYS, type Availability } from '../../shared/application/availability.ts';
import { computeLocalSpans, type Span } from './localTime.ts';
import { SLOTS, type Attendance, type Attendee, type Timetable } from './timetable.ts';

/** A person's attendance by slot; people with the same zone and availability share one list. Null: invalid time zone. */
export type AttendanceOf = (person: Attendee) => readonly Attendance[] | null;

/** Cached per time zone: its spans (null if invalid), and the attendance for each availability. */
interface Zone {
	readonly spans: readonly (readonly Span[])[] | null;
	readonly attendance: Map<Availability, readonly Attendance[]>;
	/** The same by serialized availability, for equal but separately parsed values. */
	readonly byText: Map<string, readonly Attendance[]>;
}

/** Computes each time zone, and each availability in it, once. */
export function attendanceCalculator(timetable: Timetable): AttendanceOf {
	const zones = new Map<string, Zone>();
	const addZone = (name: string): Zone => {
		const zone = { spans: computeLocalSpans(timetable, name), attendance: new Map(), byText: new Map() };
		zones.set(name, zone);
		return zone;
	};
	return ({ zone: name, availability }) => {
		const { spans, attendance, byText } = zones.get(name) ?? addZone(name);
		if (!spans) return null;
		const cached = attendance.get(availability);
		if (cached) return cached;
		const key = JSON.stringify(availability);
		const attendances = byText.get(key) ?? computeAttendance(availability, spans);
		byText.set(key, attendances);
		attendance.set(availability, attendances);
		return attendances;
	};
}

const HALF_HOUR_MINUTES = 30;
/** The number of consecutive free cells from each one on, wrapping into the next week; at most a week. */
function freeRunLengths(free: readonly boolean[]): readonly number[] {
	const lengths = new Array<number>(SLOTS).fill(0);
	let run = 0;
	for (let cell = 2 * SLOTS - 1; cell >= 0; cell--) {
		run = free[cell % SLOTS] ? Math.min(run + 1, SLOTS) : 0;
		lengths[cell % SLOTS] = run;
	}
	return lengths;
}

function freeHalfHours(availability: Availability, onlyPreferred: boolean): readonly boolean[] {
	const free = new Array<boolean>(SLOTS).fill(false);
	for (const { day, from, to, preference } of availability) {
		if (onlyPreferred && preference !== 'rather') continue;
		free.fill(true, WEEKDAYS.indexOf(day) * 48 + from, WEEKDAYS.indexOf(day) * 48 + to);
	}
	return free;
}

function covers(lengths: readonly number[], { from, length }: Span): boolean {
	const first = Math.floor(from / HALF_HOUR_MINUTES);
	const last = Math.ceil((from + length) / HALF_HOUR_MINUTES);
	return (lengths[first] ?? 0) >= last - first;
}

/** For each slot, whether a person with this availability can attend all of the spans. */
export function computeAttendance(
	availability: Availability,
	spans: readonly (readonly Span[])[],
): readonly Attendance[] {
	const possibleRuns = freeRunLengths(freeHalfHours(availability, false));
	const preferredRuns = freeRunLengths(freeHalfHours(availability, true));
	return spans.map((slotSpans) => {
		if (slotSpans.every((span) => covers(preferredRuns, span))) return 2;
		return slotSpans.every((span) => covers(possibleRuns, span)) ? 1 : 0;
	});
}
