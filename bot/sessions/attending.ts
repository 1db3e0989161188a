import { attendanceOf } from './attendanceOf.ts';
import { localSpans, type Span } from './localSpans.ts';
import type { Attendance, Attendee, Timetable } from './plan.ts';

/** When somebody can attend, by slot: the same list for all whom nothing tells apart. Null: the time zone is none. */
export type Attending = (person: Attendee) => readonly Attendance[] | null;

/** Works out each time zone and each kind of availability in it once. */
export function attending(timetable: Timetable): Attending {
	const zones = new Map<string, readonly (readonly Span[])[] | null>();
	const known = new Map<string, readonly Attendance[]>();
	const asked = new Map<Attendee, readonly Attendance[]>();
	return (person) => {
		const before = asked.get(person);
		if (before) return before;
		const { zone, availability } = person;
		if (!zones.has(zone)) zones.set(zone, localSpans(timetable, zone));
		const spans = zones.get(zone);
		if (!spans) return null;
		const key = `${zone} ${JSON.stringify(availability)}`;
		const attendance = known.get(key) ?? attendanceOf(availability, spans);
		known.set(key, attendance);
		asked.set(person, attendance);
		return attendance;
	};
}
