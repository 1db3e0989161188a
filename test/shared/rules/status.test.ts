import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canBeDecided,
	canTakePart,
	deriveState,
	STATES,
	takesSeat,
	type Offer,
	type OfferReply,
	type State,
	type StateFacts,
} from '../../../shared/rules/state.ts';
import { renderStatesReference } from './renderStatesReference.ts';
import { transitions, type Cause } from './transitions.ts';

const fresh: StateFacts = {
	isVerified: true,
	isSuperseded: false,
	isWithdrawn: false,
	isTooEarly: false,
	isComplete: true,
	outcome: null,
	offer: null,
	replies: [],
};
const day = (number: number): string => new Date(Date.UTC(2021, 0, number)).toISOString();
const until = (number: number): Offer => ({ until: day(number) });
const accepted = (offer: Offer | null, ...replies: readonly OfferReply[]) =>
	({ outcome: 'accepted', offer, replies }) as const;
const reply = (kind: OfferReply['reply'], at: number): OfferReply => ({ reply: kind, at: day(at) });

describe('the state', () => {
	it.each<[string, Partial<StateFacts>, State]>([
		['undecided', {}, 'received'],
		['something missing', { isComplete: false }, 'incomplete'],
		['before applications opened', { isTooEarly: true }, 'too-early'],
		['too early and incomplete', { isTooEarly: true, isComplete: false }, 'too-early'],
		['too early, and accepted all the same', { isTooEarly: true, ...accepted(until(9)) }, 'offered'],
		['accepted though something is missing', { isComplete: false, ...accepted(until(9)) }, 'offered'],
		['someone else’s, whatever was decided', { isVerified: false, ...accepted(until(9)) }, 'unverified'],
		['withdrawn, whatever was decided', { isWithdrawn: true, ...accepted(until(9)) }, 'withdrawn'],
		['a newer one exists', { isSuperseded: true, isWithdrawn: true }, 'superseded'],
		['waitlisted', { outcome: 'waitlisted' }, 'waitlisted'],
		['declined', { outcome: 'declined' }, 'declined'],
		['offered, and its days do not run yet', accepted({ until: null }), 'offered'],
		['confirmed', accepted(until(9), reply('confirmed', 3)), 'confirmed'],
		['confirmed in the last second', accepted(until(9), reply('confirmed', 9)), 'confirmed'],
		['confirmed too late', accepted(until(4), reply('confirmed', 5)), 'lapsed'],
		['confirmed before its days run', accepted({ until: null }, reply('confirmed', 5)), 'confirmed'],
		['no reply in time', accepted(until(4)), 'lapsed'],
		['declined by the applicant, late or not', accepted(until(4), reply('declined', 5)), 'turned-down'],
		[
			'confirmed, then declined',
			accepted(until(9), reply('confirmed', 2), reply('declined', 3)),
			'turned-down',
		],
		[
			'declined, then confirmed in time',
			accepted(until(9), reply('declined', 2), reply('confirmed', 3)),
			'confirmed',
		],
		[
			'declined, then confirmed too late',
			accepted(until(4), reply('declined', 2), reply('confirmed', 5)),
			'turned-down',
		],
		['a programme without offers', accepted(null), 'accepted'],
		['its seat declined', accepted(null, reply('declined', 2)), 'turned-down'],
		['and taken after all', accepted(null, reply('declined', 2), reply('confirmed', 3)), 'accepted'],
	])('%s', (_, facts, state) => {
		expect(deriveState({ ...fresh, ...facts }, day(6))).toBe(state);
	});
});

describe('who', () => {
	it('takes a seat', () => {
		expect(STATES.filter(takesSeat)).toEqual(['accepted', 'offered', 'confirmed']);
	});

	it('may still take part', () => {
		expect(STATES.filter(canTakePart).sort()).toEqual(
			['accepted', 'confirmed', 'incomplete', 'offered', 'received', 'waitlisted'].sort(),
		);
	});

	it('cannot be decided about', () => {
		expect(STATES.filter((state) => !canBeDecided(state))).toEqual([
			'unverified',
			'superseded',
			'withdrawn',
			'too-early',
		]);
	});
});

/** Something that happens, as it changes the facts; null where it cannot happen. */
type StatusEvent = readonly [Cause, (facts: StateFacts, at: number) => StateFacts | null];
const UNDECIDED = { outcome: null, offer: null, replies: [] } as const;
const accept =
	(offer: (at: number) => Offer | null): StatusEvent[1] =>
	(facts, at) => {
		const state = deriveState({ ...facts, isSuperseded: false }, day(at));
		// Who has a seat, or an offer, is told nothing new.
		return takesSeat(state) ? null : { ...facts, ...accepted(offer(at)) };
	};
const announce =
	(outcome: 'waitlisted' | 'declined'): StatusEvent[1] =>
	(facts) =>
		facts.outcome === outcome ? null : { ...facts, ...UNDECIDED, outcome };
const replyWith =
	(kind: OfferReply['reply']): StatusEvent[1] =>
	(facts, at) =>
		facts.outcome === 'accepted' ? { ...facts, replies: [...facts.replies, reply(kind, at)] } : null;
const events: readonly StatusEvent[] = [
	['saved in time', (facts) => (facts.isTooEarly ? { ...facts, isTooEarly: false } : null)],
	['completed', (facts) => (facts.isComplete ? null : { ...facts, isComplete: true })],
	['answers missing', (facts) => (facts.isComplete ? { ...facts, isComplete: false } : null)],
	['withdrawn', (facts) => (facts.isWithdrawn ? null : { ...facts, ...UNDECIDED, isWithdrawn: true })],
	['applied again', (facts) => (facts.isWithdrawn ? { ...facts, isWithdrawn: false } : null)],
	['superseded', (facts) => (facts.isSuperseded ? null : { ...facts, isSuperseded: true })],
	['live again', (facts) => (facts.isSuperseded ? { ...facts, isSuperseded: false } : null)],
	['accepted', accept((at) => until(at + 3))],
	['accepted', accept((at) => until(at + 30))],
	['accepted', accept(() => null)],
	['waitlisted', announce('waitlisted')],
	['declined', announce('declined')],
	['confirmed', replyWith('confirmed')],
	['declined by the applicant', replyWith('declined')],
	['offer ends', (facts) => facts],
];

describe('the table of transitions', () => {
	it('covers every transition of random histories, and uses every state', () => {
		const seen = new Map<string, StateChange>();
		const start = fc.record({ isTooEarly: fc.boolean(), isComplete: fc.boolean() });
		// Each happening takes a day; the table is about one at a time, so a date may not pass during another happening.
		fc.assert(
			fc.property(start, fc.array(fc.nat(events.length - 1), { maxLength: 12 }), (first, history) => {
				let facts: StateFacts = { ...fresh, ...first };
				history.forEach((number, index) => {
					const [cause, happen] = events[number]!;
					const at = index * 2 + 1;
					// Nobody is told of a decision about one that is withdrawn.
					const isAnnounced = ['accepted', 'waitlisted', 'declined'].includes(cause);
					const next = facts.isWithdrawn && isAnnounced ? null : happen(facts, at);
					if (next === null) return;
					const later = cause === 'offer ends' ? at + 2 : at;
					const [from, to] = [deriveState(facts, day(at)), deriveState(next, day(later))];
					if (from !== to) seen.set(`${from} → ${to}: ${cause}`, { from, to, cause });
					facts = next;
				});
			}),
			{ numRuns: 40_000, seed: 20_210_114 },
		);
		const used = new Set<string>();
		const unknown = [...seen.values()].filter((move) => !findTransition(move, used));
		expect(unknown).toEqual([]);
		expect([...used].sort()).toEqual(entries().sort());
	});

	it('matches the reference', async () => {
		await expect(renderStatesReference()).toMatchFileSnapshot('../../../shared/rules/README.md');
	});
});

interface StateChange {
	readonly from: State;
	readonly to: State;
	readonly cause: Cause;
}

/** Whether a row has the move; notes which of its entries were used. */
function findTransition({ from, to, cause }: StateChange, used: Set<string>): boolean {
	let found = false;
	transitions.forEach((row, index) => {
		if (row.from === 'nothing' || row.cause !== cause) return;
		if (!row.from.includes(from) || !row.to.includes(to)) return;
		used.add(`${index} from ${from}`).add(`${index} to ${to}`);
		found = true;
	});
	return found;
}

function entries(): string[] {
	return transitions.flatMap(({ from, to }, index) =>
		from === 'nothing'
			? []
			: [...from.map((state) => `${index} from ${state}`), ...to.map((state) => `${index} to ${state}`)],
	);
}
