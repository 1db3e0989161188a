import { DateTime } from 'luxon';
import { WEEKDAYS } from '../../../shared/application/availability.ts';
import type { Attendance, Attendee, Choice, Timetable } from '../../../bot/sessions/timetable.ts';

/** Minute by minute, each looked up by itself. */
export function findAttendanceByMinutes(timetable: Timetable, person: Attendee, slot: number): Attendance {
	const start = DateTime.fromISO(timetable.starts, { zone: 'utc' });
	let first = start.startOf('week').plus({ minutes: slot * 30 });
	if (first < start) first = first.plus({ weeks: 1 });
	let level: Attendance = 2;
	for (let week = 0; week < timetable.weeks; week++) {
		for (let minute = 0; minute < timetable.minutes; minute += 5) {
			const local = first.plus({ weeks: week, minutes: minute }).setZone(person.zone);
			const half = local.hour * 2 + (local.minute >= 30 ? 1 : 0);
			const free = person.availability.find(
				({ day, from, to }) => WEEKDAYS.indexOf(day) === local.weekday - 1 && from <= half && half < to,
			);
			if (!free) return 0;
			if (free.preference === 'can') level = 1;
		}
	}
	return level;
}

/** Every set of so many slots or fewer. */
export function findBestSlots(
	attendance: readonly (readonly Attendance[])[],
	slotCount: number,
	minutes: number,
): Choice | null {
	let best: Choice | null = null;
	const person = Array.from({ length: 336 }, (_, slot) => slot).filter((slot) =>
		attendance.some((levels) => (levels[slot] ?? 0) > 0),
	);
	const apart = (a: number, b: number) => Math.min((a - b + 336) % 336, (b - a + 336) % 336) * 30 >= minutes;
	const search = (slots: readonly number[]): void => {
		if (slots.length > 0) {
			const levels = attendance.map((levels) => Math.max(...slots.map((slot) => levels[slot] ?? 0)));
			const choice = {
				slots,
				attending: levels.filter((level) => level > 0).length,
				preferring: levels.filter((level) => level > 1).length,
			};
			if (!best || rank(choice) > rank(best)) best = choice;
		}
		if (slots.length === slotCount) return;
		for (const slot of person)
			if (slot > (slots[slots.length - 1] ?? -1) && slots.every((other) => apart(other, slot)))
				search([...slots, slot]);
	};
	search([]);
	return best;
}

/** As text that sorts; a set that comes later in the order of the week must not win by being visited later. */
function rank({ attending, preferring, slots }: Choice): string {
	const digits = (value: number) => String(value).padStart(4, '0');
	return [attending, preferring, 9 - slots.length, ...slots.map((slot) => 999 - slot)].map(digits).join(' ');
}
