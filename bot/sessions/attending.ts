import type { Availability } from '../../shared/application/availability.ts';
import { attendanceOf } from './attendanceOf.ts';
import { localSpans, type Span } from './localSpans.ts';
import type { Attendance, Attendee, Timetable } from './plan.ts';

/** When somebody can attend, by slot: the same list for all whom nothing tells apart. Null: the time zone is none. */
export type Attending = (person: Attendee) => readonly Attendance[] | null;

/** Works out each time zone and each kind of availability in it once. */
export function attending(timetable: Timetable): Attending {
	const zones = new Map<string, readonly (readonly Span[])[] | null>();
	const known = new Map<string, readonly Attendance[]>();
	const keys = new Map<Availability, string>();
	return ({ zone, availability }) => {
		if (!zones.has(zone)) zones.set(zone, localSpans(timetable, zone));
		const spans = zones.get(zone);
		if (!spans) return null;
		const written = keys.get(availability) ?? JSON.stringify(availability);
		keys.set(availability, written);
		const key = `${zone} ${written}`;
		const attendance = known.get(key) ?? attendanceOf(availability, spans);
		known.set(key, attendance);
		return attendance;
	};
}
