import { attendanceCalculator, type AttendanceOf } from './attendance.ts';
import { slotChooser, type Group } from './chooseSlots.ts';
import {
	SLOTS,
	type Attendance,
	type Attendee,
	type Choice,
	type Slot,
	type Timetable,
} from './timetable.ts';

export interface SessionPlan {
	/** Null if nobody can attend any slot. */
	readonly best: Choice | null;
	/** Alternative single slots, the best first; they overlap neither the best ones nor each other. */
	readonly alternatives: readonly Choice[];
	/** People who can attend none of the best slots. */
	readonly unavailable: readonly Attendee[];
	/** People with an invalid time zone: treated as no answer. */
	readonly unreadable: readonly Attendee[];
	/** By slot: how many can attend. */
	readonly attending: readonly number[];
}

const MAX_ALTERNATIVES = 3;

/**
 * Finds the weekly times that suit most people. Exact, and independent of the order of people.
 *
 * @param attendanceOf people's attendance; share it between plans for the same timetable
 */
export function planSessions(
	timetable: Timetable,
	people: readonly Attendee[],
	attendanceOf: AttendanceOf = attendanceCalculator(timetable),
): SessionPlan {
	const groups = new Map<readonly Attendance[], Attendee[]>();
	const unreadable: Attendee[] = [];
	for (const person of people) {
		const attendance = attendanceOf(person);
		if (!attendance) {
			unreadable.push(person);
			continue;
		}
		const members = groups.get(attendance);
		if (members) members.push(person);
		else groups.set(attendance, [person]);
	}
	const list = [...groups].map(([attendance, members]) => ({ attendance, members }));
	return { ...chooseTimes(timetable, list), unreadable };
}

function chooseTimes(
	{ slots, minutes }: Timetable,
	groups: readonly { readonly attendance: readonly Attendance[]; readonly members: readonly Attendee[] }[],
): Omit<SessionPlan, 'unreadable'> {
	const sized = groups.map(({ attendance, members }): Group => ({ attendance, size: members.length }));
	const choose = slotChooser(sized, minutes);
	const best = choose(slots);
	const chosenSlots: Slot[] = [...(best?.slots ?? [])];
	const alternatives: Choice[] = [];
	while (best && alternatives.length < MAX_ALTERNATIVES) {
		const next = choose(1, chosenSlots);
		if (!next) break;
		alternatives.push(next);
		chosenSlots.push(...next.slots);
	}
	return {
		best,
		alternatives,
		unavailable: groups
			.filter(({ attendance }) => !best?.slots.some((slot) => (attendance[slot] ?? 0) > 0))
			.flatMap(({ members }) => members),
		attending: Array.from({ length: SLOTS }, (_, slot) =>
			sized.reduce((sum, group) => sum + ((group.attendance[slot] ?? 0) > 0 ? group.size : 0), 0),
		),
	};
}
