import type { Availability } from '../../shared/application/availability.ts';
import { attendanceOf } from './attendanceOf.ts';
import { localSpans, type Span } from './localSpans.ts';
import type { Attendance, Attendee, Timetable } from './plan.ts';

/** When somebody can attend, by slot: the same list for all whom nothing tells apart. Null: the time zone is none. */
export type Attending = (person: Attendee) => readonly Attendance[] | null;

/** What is known of a time zone: its spans, null where it is none; and who can attend when there, by availability. */
interface Zone {
	readonly spans: readonly (readonly Span[])[] | null;
	readonly attendance: Map<Availability, readonly Attendance[]>;
	/** The same by what an availability says, for those that were read apart. */
	readonly written: Map<string, readonly Attendance[]>;
}

/** Works out each time zone and each kind of availability in it once. */
export function attending(timetable: Timetable): Attending {
	const zones = new Map<string, Zone>();
	const zoneNamed = (name: string): Zone => {
		const zone = { spans: localSpans(timetable, name), attendance: new Map(), written: new Map() };
		zones.set(name, zone);
		return zone;
	};
	return ({ zone: name, availability }) => {
		const { spans, attendance, written } = zones.get(name) ?? zoneNamed(name);
		if (!spans) return null;
		const known = attendance.get(availability);
		if (known) return known;
		const key = JSON.stringify(availability);
		const found = written.get(key) ?? attendanceOf(availability, spans);
		written.set(key, found);
		attendance.set(availability, found);
		return found;
	};
}
