import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAvailability, WEEKDAYS } from '../../../shared/application/availability.ts';
import { computeAttendance } from '../../../bot/sessions/attendance.ts';
import { slotChooser } from '../../../bot/sessions/chooseSlots.ts';
import { computeLocalSpans } from '../../../bot/sessions/localTime.ts';
import type { Attendance, Attendee, Timetable } from '../../../bot/sessions/timetable.ts';
import { planSessions } from '../../../bot/sessions/planSessions.ts';
import { findAttendanceByMinutes, findBestSlots } from './bruteForce.ts';
import { samples } from '../../samples.ts';

const course = (starts: string, weeks = 8, minutes = 90, slots = 1): Timetable => ({
	starts,
	weeks,
	minutes,
	slots,
});
const person = (zone: string, times: string, name = zone): Attendee => ({
	name,
	zone,
	availability: readAvailability(times) ?? [],
});
const slot = (day: (typeof WEEKDAYS)[number], hour: number, minute = 0) =>
	WEEKDAYS.indexOf(day) * 48 + hour * 2 + minute / 30;
const attendance = (timetable: Timetable, attendee: Attendee): readonly Attendance[] =>
	computeAttendance(attendee.availability, computeLocalSpans(timetable, attendee.zone) ?? []);

/** A zone, a course over a change of its clocks, wall time, and the UTC half hours that fit in all weeks. */
const clocks: readonly (readonly [string, Timetable, string, readonly number[]])[] = [
	// 45 minutes past the half hour: of 18:00-20:00 a session of 90 minutes has one half hour that fits whole.
	['Asia/Kathmandu', course('2026-02-02T00:00:00Z'), 'mon can 18:00-20:00', [slot('mon', 12, 30)]],
	// -03:30 until 8 March 2026, -02:30 from then on.
	['America/St_Johns', course('2026-02-23T00:00:00Z', 4), 'tue can 18:00-20:30', [slot('tue', 21, 30)]],
	// +11 until 5 April 2026, +10:30 from then on: half an hour.
	['Australia/Lord_Howe', course('2026-03-23T00:00:00Z', 4), 'wed can 18:00-20:00', [slot('wed', 7, 30)]],
	// +01 all year, but +00 in Ramadan: 15 February to 22 March 2026.
	['Africa/Casablanca', course('2026-02-02T00:00:00Z', 8), 'thu can 18:00-20:30', [slot('thu', 18)]],
	// Southern summer time ends on 5 April 2026: -03 until then, -04 after it.
	['America/Santiago', course('2026-03-23T00:00:00Z', 4), 'fri can 18:00-20:30', [slot('fri', 22)]],
	['Pacific/Auckland', course('2026-03-23T00:00:00Z', 4), 'mon can 18:00-20:30', [slot('mon', 6)]],
	// Two hours are too short for 90 minutes where clocks move by an hour.
	['Europe/Paris', course('2026-03-16T00:00:00Z', 4), 'mon can 18:00-20:00', []],
	[
		'Europe/Paris',
		course('2026-04-06T00:00:00Z', 4),
		'mon can 18:00-20:00',
		[slot('mon', 16), slot('mon', 16, 30)],
	],
	// Over midnight, and over the end of the week.
	[
		'UTC',
		course('2026-04-06T00:00:00Z', 4),
		'sun can 23:30-24:00; mon can 00:00-01:00',
		[slot('sun', 23, 30)],
	],
];

describe('attendance', () => {
	it.each(clocks)('%s', (zone, timetable, times, fitting) => {
		const found = attendance(timetable, person(zone, times));
		expect(found.flatMap((level, at) => (level > 0 ? [at] : []))).toEqual(fitting);
	});

	it('counts as preferred only if preferred in every week', () => {
		const timetable = course('2026-03-16T00:00:00Z', 4, 60);
		const found = attendance(timetable, person('Europe/Paris', 'mon rather 18:00-19:00, can 19:00-20:00'));
		expect(found[slot('mon', 17)]).toBe(1);
		expect(found[slot('mon', 18)]).toBe(0);
	});

	it('counts from the start date: earlier slots of that week begin a week later', () => {
		// The clocks of Paris change on 29 March; a Monday session of this course begins after that, a Saturday one before.
		const timetable = course('2026-03-28T00:00:00Z', 1, 60);
		expect(attendance(timetable, person('Europe/Paris', 'mon can 18:00-19:00'))[slot('mon', 16)]).toBe(1);
		expect(attendance(timetable, person('Europe/Paris', 'sat can 18:00-19:00'))[slot('sat', 17)]).toBe(1);
	});
});

const zones = [
	'UTC',
	'Asia/Kathmandu',
	'America/St_Johns',
	'Australia/Lord_Howe',
	'Africa/Casablanca',
	'America/Santiago',
	'Pacific/Apia',
	'Europe/Paris',
];
const times = fc
	.array(
		fc.record({
			day: fc.constantFrom(...WEEKDAYS),
			from: fc.integer({ min: 0, max: 44 }),
			length: fc.integer({ min: 3, max: 10 }),
			preference: fc.constantFrom('can' as const, 'rather' as const),
		}),
		{ maxLength: 4 },
	)
	.map((slots) => slots.map(({ length, ...time }) => ({ ...time, to: Math.min(48, time.from + length) })))
	.map((slots) => slots.filter((time, index) => slots.findIndex(({ day }) => day === time.day) === index));
const cohort = fc.array(
	fc.record({ name: fc.string(), zone: fc.constantFrom(...zones), availability: times }),
	{ maxLength: 6 },
);
const starts = fc.constantFrom('2026-02-02T15:00:00Z', '2026-03-20T00:00:00Z', '2026-10-05T00:00:00+13:00');

describe('the choice, against brute force', () => {
	it('matches wall-clock times for each minute of each week', () => {
		fc.assert(
			fc.property(starts, cohort, fc.integer({ min: 0, max: 335 }), (from, people, around) => {
				const timetable = course(from, 5, 75);
				for (const attendee of people) {
					const found = attendance(timetable, attendee);
					for (const at of [around, ...found.flatMap((level, index) => (level > 0 ? [index] : []))].slice(
						0,
						8,
					))
						expect(found[at]).toBe(findAttendanceByMinutes(timetable, attendee, at));
				}
			}),
			{ numRuns: samples(200) },
		);
	});

	it.each([1, 2, 3])('finds the best %i slots', (slotCount) => {
		const levels = fc
			.array(
				fc.record({
					at: fc.integer({ min: 0, max: 335 }),
					length: fc.integer({ min: 1, max: 3 }),
					level: fc.constantFrom(1, 2),
				}),
				{ maxLength: 3 },
			)
			.map((runs) => {
				const row = new Array<Attendance>(336).fill(0);
				for (const { at, length, level } of runs) row.fill(level, at, at + length);
				return row;
			});
		fc.assert(
			fc.property(fc.array(levels, { maxLength: 8 }), fc.constantFrom(30, 60, 90), (rows, minutes) => {
				const groups = rows.map((row) => ({ attendance: row, size: 1 }));
				expect(slotChooser(groups, minutes)(slotCount)).toEqual(findBestSlots(rows, slotCount, minutes));
			}),
			{ numRuns: samples(200) },
		);
	});
});

describe('a plan', () => {
	const timetable = course('2026-02-02T00:00:00Z', 4, 60, 2);
	const people = [
		person('Europe/Paris', 'mon can 18:00-19:00', 'A'),
		person('Africa/Lagos', 'mon rather 18:00-19:00', 'B'),
		person('Asia/Tokyo', 'tue can 20:00-21:00', 'C'),
		person('Asia/Tokyo', 'wed can 20:00-21:00', 'D'),
		person('Mars/Olympus', 'mon can 18:00-19:00', 'E'),
		person('UTC', '', 'F'),
	];

	it('lists the best times, alternatives, and who is left out', () => {
		const plan = planSessions(timetable, people);
		expect(plan.best).toEqual({ slots: [slot('mon', 17), slot('tue', 11)], attending: 3, preferring: 1 });
		expect(plan.alternatives.map(({ slots }) => slots)).toEqual([[slot('wed', 11)]]);
		expect(plan.unavailable.map(({ name }) => name)).toEqual(['D', 'F']);
		expect(plan.unreadable.map(({ name }) => name)).toEqual(['E']);
		expect(plan.attending[slot('mon', 17)]).toBe(2);
	});

	it('is the same in any order', () => {
		const { best, alternatives } = planSessions(timetable, [...people].reverse());
		const plan = planSessions(timetable, people);
		expect({ best, alternatives }).toEqual({ best: plan.best, alternatives: plan.alternatives });
	});
});
