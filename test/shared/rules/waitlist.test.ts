import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/actions/collectDecisions.ts';
import type { Change } from '../../../shared/history/change.ts';
import { takesSeat, type State } from '../../../shared/rules/state.ts';
import { findNextOnWaitlist, orderWaitlist, type WaitlistCandidate } from '../../../shared/rules/waitlist.ts';
import { samples } from '../../samples.ts';

interface Person extends WaitlistCandidate {
	readonly name: string;
}

const change = (revid: number, hour: number): Change => ({
	revid,
	parentid: 0,
	timestamp: new Date(Date.UTC(2021, 0, 1, hour)).toISOString(),
	user: { id: 9, name: 'Reviewer' },
});
const decision = (
	revid: number,
	place: number | null = null,
	outcome: Decision['outcome'] = 'waitlisted',
): Decision => {
	const { timestamp } = change(revid, 100);
	const by = { id: 9, name: 'Reviewer' };
	return { outcome, note: 'rare language', place, answersRevid: 1, revid, at: timestamp, by };
};

/** @param added the hour at which they applied, and their revision */
function person(added: number, decisions: readonly Decision[], state: State = 'waitlisted'): Person {
	const first = change(added, added);
	return {
		name: `P${added}`,
		added: first,
		removed: null,
		isWithdrawn: false,
		decisions,
		replies: [],
		decidedState: state,
	};
}
const leave = (person: Person, revid: number, reason: 'promoted' | 'withdrawn'): Person =>
	reason === 'promoted'
		? {
				...person,
				decisions: [...person.decisions, decision(revid, null, 'accepted')],
				decidedState: 'offered',
			}
		: {
				...person,
				isWithdrawn: true,
				replies: [{ reply: 'withdrawn', offer: null, change: change(revid, 200) }],
				decidedState: 'withdrawn',
			};
const names = (people: readonly Person[]) => orderWaitlist(people).map(({ name }) => name);

describe('the waitlist', () => {
	it('is in order of submission, not of decision', () => {
		const people = [person(3, [decision(50)]), person(1, [decision(52)]), person(2, [decision(51)])];
		expect(names(people)).toEqual(['P1', 'P2', 'P3']);
	});

	it('is ordered by revision for two applications in the same second', () => {
		const [first, second] = [person(1, [decision(50)]), person(2, [decision(51)])];
		const same = { ...second, added: { ...second.added, timestamp: first.added.timestamp } };
		expect(names([same, first])).toEqual(['P1', 'P2']);
	});

	it('contains only waitlisted people', () => {
		expect(names([person(1, [], 'received'), person(2, [decision(50)])])).toEqual(['P2']);
		expect(orderWaitlist([])).toEqual([]);
	});

	it('places others around a fixed place, with the reason', () => {
		const people = [1, 2, 3].map((hour) => person(hour, [decision(50 + hour)]));
		expect(names([...people, person(4, [decision(60, 2)])])).toEqual(['P1', 'P4', 'P2', 'P3']);
	});

	it('puts the later decision second when two have the same place', () => {
		const people = [person(1, [decision(50)]), person(2, [decision(61, 1)]), person(3, [decision(60, 1)])];
		expect(names(people)).toEqual(['P3', 'P2', 'P1']);
	});

	it('puts a place beyond the end last', () => {
		expect(names([person(1, [decision(50, 30)]), person(2, [decision(51)])])).toEqual(['P2', 'P1']);
	});

	it('keeps the order around a fixed place when someone ahead leaves', () => {
		const people = [1, 2, 3, 4].map((hour) => person(hour, [decision(50 + hour)]));
		const placed = person(5, [decision(60, 3)]);
		const [first, ...others] = people;
		expect(names([...people, placed])).toEqual(['P1', 'P2', 'P5', 'P3', 'P4']);
		for (const reason of ['promoted', 'withdrawn'] as const)
			expect(names([leave(first!, 70, reason), ...others, placed])).toEqual(['P2', 'P5', 'P3', 'P4']);
	});

	it('takes a place as one on the list as it then was', () => {
		const [first, ...others] = [1, 2, 3, 4].map((hour) => person(hour, [decision(50 + hour)]));
		const placed = person(5, [decision(80, 3)]);
		expect(names([leave(first!, 70, 'promoted'), ...others, placed])).toEqual(['P2', 'P3', 'P5', 'P4']);
	});
});

const place = fc.option(fc.integer({ min: 1, max: 12 }));
const people = fc.array(fc.tuple(place, fc.nat()), { minLength: 1, maxLength: 12 }).map((all) => {
	// Each decided once, in any order.
	const order = all
		.map(([, random], index) => [random, index] as const)
		.sort(([a, i], [b, j]) => a - b || i - j);
	const revids = new Map(order.map(([, index], rank) => [index, 100 + rank]));
	return all.map(([place], index) => person(index + 1, [decision(revids.get(index) ?? 0, place)]));
});

describe('any waitlist', () => {
	it('contains everybody once, in the same order for any input order', () => {
		fc.assert(
			fc.property(people, (all) => {
				expect([...names(all)].sort()).toEqual(all.map(({ name }) => name).sort());
				expect(names([...all].reverse())).toEqual(names(all));
			}),
		);
	});

	it('keeps those without a given place in the order in which they applied', () => {
		fc.assert(
			fc.property(people, (all) => {
				const byTime = orderWaitlist(all).filter(({ decisions }) =>
					decisions.every(({ place }) => place === null),
				);
				const hours = byTime.map(({ added }) => added.revid);
				expect(hours).toEqual([...hours].sort((a, b) => a - b));
			}),
		);
	});

	it('puts a single fixed place at that place', () => {
		fc.assert(
			fc.property(people, fc.nat(), fc.integer({ min: 1, max: 12 }), (all, random, place) => {
				const chosen = random % all.length;
				const waiting = all.map((someone, index) =>
					person(index + 1, [decision(someone.decisions[0]!.revid, index === chosen ? place : null)]),
				);
				expect(names(waiting).indexOf(`P${chosen + 1}`) + 1).toBe(Math.min(place, all.length));
			}),
		);
	});

	it('keeps the order, whoever leaves', () => {
		fc.assert(
			fc.property(people, fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 5 }), (all, leaving) => {
				let now: readonly Person[] = all;
				leaving.forEach(([random, promoted], index) => {
					const before = names(now);
					const leaving = before[random % Math.max(before.length, 1)];
					const reason = promoted ? 'promoted' : 'withdrawn';
					now = now.map((other) => (other.name === leaving ? leave(other, 1000 + index, reason) : other));
					expect(names(now)).toEqual(before.filter((name) => name !== leaving));
				});
			}),
			{ numRuns: samples(5000) },
		);
	});
});

describe('who is next', () => {
	const course = { seats: 2, notify: '2021-01-22T00:00:00Z', promoteUntil: '2021-02-01T00:00:00Z' };
	const waiting = [person(1, [decision(50)]), person(2, [decision(51)])];
	const seated = person(3, [decision(52, null, 'accepted')], 'confirmed');
	const at = '2021-01-23T00:00:00Z';
	const next = (where: Parameters<typeof findNextOnWaitlist>[0], all: readonly Person[], when: string) =>
		findNextOnWaitlist(where, all, all.filter(({ decidedState }) => takesSeat(decidedState)).length, when);

	it('is the first one who waits, where a seat is free', () => {
		expect(next(course, [...waiting, seated], at)).toMatchObject({
			kind: 'next',
			next: { name: 'P1' },
		});
	});

	it.each([
		['no seat is free', [...waiting, seated, { ...seated, decidedState: 'offered' as const }], at],
		['nobody waits', [seated], at],
		['answers have not gone out yet', [...waiting, seated], '2021-01-21T00:00:00Z'],
	])('is nobody where %s', (_, all, when) => {
		expect(next(course, all, when)).toEqual({ kind: 'none' });
	});

	it('is nobody after the last day for promotions', () => {
		const all = [...waiting, seated];
		expect(next(course, all, '2021-02-01T00:00:00Z').kind).toBe('next');
		expect(next(course, all, '2021-02-01T00:00:01Z')).toEqual({
			kind: 'over',
			until: course.promoteUntil,
		});
		const endless = { seats: course.seats, notify: course.notify };
		expect(next(endless, all, '2031-02-01T00:00:01Z').kind).toBe('next');
	});
});
