import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeDecided, isLive, stateOf, states, takesSeat } from '../../../shared/rules/status.ts';
import type { Offer, OfferReply, State, StateFacts } from '../../../shared/rules/status.ts';
import { statesReference } from './statesReference.ts';
import { transitions, type Cause } from './transitions.ts';

const fresh: StateFacts = {
	verified: true,
	superseded: false,
	withdrawn: false,
	tooEarly: false,
	complete: true,
	outcome: null,
	offer: null,
	replies: [],
};
const day = (number: number): string => new Date(Date.UTC(2021, 0, number)).toISOString();
const until = (number: number): Offer => ({ until: day(number) });
const accepted = (offer: Offer | null, ...replies: readonly OfferReply[]) =>
	({ outcome: 'accepted', offer, replies }) as const;
const reply = (answer: OfferReply['answer'], at: number): OfferReply => ({ answer, at: day(at) });

describe('the state', () => {
	it.each<[string, Partial<StateFacts>, State]>([
		['undecided', {}, 'received'],
		['something missing', { complete: false }, 'incomplete'],
		['before applications opened', { tooEarly: true }, 'too-early'],
		['too early and incomplete', { tooEarly: true, complete: false }, 'too-early'],
		['too early, and accepted all the same', { tooEarly: true, ...accepted(until(9)) }, 'offered'],
		['accepted though something is missing', { complete: false, ...accepted(until(9)) }, 'offered'],
		['someone else’s, whatever was decided', { verified: false, ...accepted(until(9)) }, 'unverified'],
		['withdrawn, whatever was decided', { withdrawn: true, ...accepted(until(9)) }, 'withdrawn'],
		['a newer one exists', { superseded: true, withdrawn: true }, 'superseded'],
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
		expect(stateOf({ ...fresh, ...facts }, day(6))).toBe(state);
	});
});

describe('who', () => {
	it('takes a seat', () => {
		expect(states.filter(takesSeat)).toEqual(['accepted', 'offered', 'confirmed']);
	});

	it('may still take part', () => {
		expect(states.filter(isLive).sort()).toEqual(
			['accepted', 'confirmed', 'incomplete', 'offered', 'received', 'waitlisted'].sort(),
		);
	});

	it('cannot be decided about', () => {
		expect(states.filter((state) => !canBeDecided(state))).toEqual([
			'unverified',
			'superseded',
			'withdrawn',
			'too-early',
		]);
	});
});

/** Something that happens, as it changes the facts; null where it cannot happen. */
type Happening = readonly [Cause, (facts: StateFacts, at: number) => StateFacts | null];
const UNDECIDED = { outcome: null, offer: null, replies: [] } as const;
const accept =
	(offer: (at: number) => Offer | null): Happening[1] =>
	(facts, at) => {
		const state = stateOf({ ...facts, superseded: false }, day(at));
		// Who has a seat, or an offer, is told nothing new.
		return takesSeat(state) ? null : { ...facts, ...accepted(offer(at)) };
	};
const announce =
	(outcome: 'waitlisted' | 'declined'): Happening[1] =>
	(facts) =>
		facts.outcome === outcome ? null : { ...facts, ...UNDECIDED, outcome };
const answer =
	(said: OfferReply['answer']): Happening[1] =>
	(facts, at) =>
		facts.outcome === 'accepted' ? { ...facts, replies: [...facts.replies, reply(said, at)] } : null;
const happenings: readonly Happening[] = [
	['saved in time', (facts) => (facts.tooEarly ? { ...facts, tooEarly: false } : null)],
	['completed', (facts) => (facts.complete ? null : { ...facts, complete: true })],
	['answers missing', (facts) => (facts.complete ? { ...facts, complete: false } : null)],
	['withdrawn', (facts) => (facts.withdrawn ? null : { ...facts, ...UNDECIDED, withdrawn: true })],
	['applied again', (facts) => (facts.withdrawn ? { ...facts, withdrawn: false } : null)],
	['superseded', (facts) => (facts.superseded ? null : { ...facts, superseded: true })],
	['live again', (facts) => (facts.superseded ? { ...facts, superseded: false } : null)],
	['accepted', accept((at) => until(at + 3))],
	['accepted', accept((at) => until(at + 30))],
	['accepted', accept(() => null)],
	['waitlisted', announce('waitlisted')],
	['declined', announce('declined')],
	['confirmed', answer('confirmed')],
	['declined by the applicant', answer('declined')],
	['offer ends', (facts) => facts],
];

describe('the table of what leads where', () => {
	it('knows every move that a history makes, and no state in it goes unused', () => {
		const seen = new Map<string, Move>();
		const start = fc.record({ tooEarly: fc.boolean(), complete: fc.boolean() });
		// Each happening takes a day; the table is about one at a time, so a date may not pass during another happening.
		fc.assert(
			fc.property(start, fc.array(fc.nat(happenings.length - 1), { maxLength: 12 }), (first, history) => {
				let facts: StateFacts = { ...fresh, ...first };
				history.forEach((number, index) => {
					const [cause, happen] = happenings[number]!;
					const at = index * 2 + 1;
					// Nobody is told of a decision about one that is withdrawn.
					const isAnnounced = ['accepted', 'waitlisted', 'declined'].includes(cause);
					const next = facts.withdrawn && isAnnounced ? null : happen(facts, at);
					if (next === null) return;
					const later = cause === 'offer ends' ? at + 2 : at;
					const [from, to] = [stateOf(facts, day(at)), stateOf(next, day(later))];
					if (from !== to) seen.set(`${from} → ${to}: ${cause}`, { from, to, cause });
					facts = next;
				});
			}),
			{ numRuns: 40_000, seed: 20_210_114 },
		);
		const used = new Set<string>();
		const unknown = [...seen.values()].filter((move) => !lookUp(move, used));
		expect(unknown).toEqual([]);
		expect([...used].sort()).toEqual(entries().sort());
	});

	it('is what the reference says', async () => {
		await expect(statesReference()).toMatchFileSnapshot('../../../shared/rules/README.md');
	});
});

interface Move {
	readonly from: State;
	readonly to: State;
	readonly cause: Cause;
}

/** Whether a row has the move; notes which of its entries were used. */
function lookUp({ from, to, cause }: Move, used: Set<string>): boolean {
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
