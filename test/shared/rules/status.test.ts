import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSeats, states, statusOf, takesSeat } from '../../../shared/rules/status.ts';
import type { Decision, Reply, State, StatusInput } from '../../../shared/rules/status.ts';
import { transitions, type Cause } from '../../../shared/rules/transitions.ts';
import { statesReference } from './statesReference.ts';

const fresh: StatusInput = {
	verified: true,
	superseded: false,
	withdrawn: false,
	complete: true,
	decisions: [],
	replies: [],
};
const day = (number: number): string => new Date(Date.UTC(2021, 0, number)).toISOString();
const accepted = (at: number, until: number | null): Decision => ({
	outcome: 'accepted',
	at: day(at),
	offer: until === null ? null : { until: day(until) },
});
const decided = (outcome: 'waitlisted' | 'declined', at: number): Decision => ({
	outcome,
	at: day(at),
	offer: null,
});
const reply = (answer: Reply['answer'], at: number): Reply => ({ answer, at: day(at) });

describe('the state', () => {
	it.each<[string, Partial<StatusInput>, State]>([
		['undecided', {}, 'received'],
		['something missing', { complete: false }, 'incomplete'],
		['accepted though something is missing', { complete: false, decisions: [accepted(1, 9)] }, 'offered'],
		['someone else’s, whatever was decided', { verified: false, decisions: [accepted(1, 9)] }, 'unverified'],
		['withdrawn, whatever was decided', { withdrawn: true, decisions: [accepted(1, 9)] }, 'withdrawn'],
		['a newer one exists', { superseded: true, withdrawn: true }, 'superseded'],
		['the newest decision counts', { decisions: [accepted(1, 9), decided('waitlisted', 2)] }, 'waitlisted'],
		['confirmed', { decisions: [accepted(1, 9)], replies: [reply('confirmed', 3)] }, 'confirmed'],
		[
			'confirmed in the last second',
			{ decisions: [accepted(1, 9)], replies: [reply('confirmed', 9)] },
			'confirmed',
		],
		['confirmed too late', { decisions: [accepted(1, 4)], replies: [reply('confirmed', 5)] }, 'lapsed'],
		['no reply in time', { decisions: [accepted(1, 4)] }, 'lapsed'],
		['a new date after it lapsed', { decisions: [accepted(1, 4), accepted(5, 9)] }, 'offered'],
		[
			'turned down, late or not',
			{ decisions: [accepted(1, 4)], replies: [reply('turned-down', 5)] },
			'turned-down',
		],
		[
			'confirmed, then turned down',
			{ decisions: [accepted(1, 9)], replies: [reply('confirmed', 2), reply('turned-down', 3)] },
			'turned-down',
		],
		[
			'the acceptance saved again with another note',
			{ decisions: [accepted(1, 9), accepted(4, 9)], replies: [reply('confirmed', 2)] },
			'confirmed',
		],
		[
			'declined in between: the old reply was to another offer',
			{
				decisions: [accepted(1, 9), decided('declined', 3), accepted(4, 9)],
				replies: [reply('confirmed', 2)],
			},
			'offered',
		],
		['a programme without offers', { decisions: [accepted(1, null)] }, 'accepted'],
		[
			'its seat turned down',
			{ decisions: [accepted(1, null)], replies: [reply('turned-down', 2)] },
			'turned-down',
		],
	])('%s', (_, input, state) => {
		expect(statusOf({ ...fresh, ...input }, day(6))).toBe(state);
	});
});

it('counts seats anew', () => {
	expect(states.filter(takesSeat)).toEqual(['accepted', 'offered', 'confirmed']);
	expect(freeSeats(2, ['offered', 'confirmed', 'lapsed', 'turned-down', 'waitlisted', 'accepted'])).toBe(-1);
});

/** Something that happens, as it changes the input; null where it cannot happen. */
type Happening = readonly [Cause, (input: StatusInput, at: number) => StatusInput | null];
const happenings: readonly Happening[] = [
	['taken over', (input) => (input.verified ? null : { ...input, verified: true })],
	['completed', (input) => (input.complete ? null : { ...input, complete: true })],
	['answers missing', (input) => (input.complete ? { ...input, complete: false } : null)],
	['withdrawn', (input) => (input.withdrawn ? null : { ...input, withdrawn: true })],
	['reinstated', (input) => (input.withdrawn ? { ...input, withdrawn: false } : null)],
	['superseded', (input) => (input.superseded ? null : { ...input, superseded: true })],
	['live again', (input) => (input.superseded ? { ...input, superseded: false } : null)],
	['accepted', (input, at) => ({ ...input, decisions: [...input.decisions, accepted(at, at + 3)] })],
	['accepted', (input, at) => ({ ...input, decisions: [...input.decisions, accepted(at, at + 30)] })],
	['accepted', (input, at) => ({ ...input, decisions: [...input.decisions, accepted(at, null)] })],
	['waitlisted', (input, at) => ({ ...input, decisions: [...input.decisions, decided('waitlisted', at)] })],
	['declined', (input, at) => ({ ...input, decisions: [...input.decisions, decided('declined', at)] })],
	[
		'decision withdrawn',
		(input) => (input.decisions.length === 0 ? null : { ...input, decisions: input.decisions.slice(0, -1) }),
	],
	['confirmed', (input, at) => ({ ...input, replies: [...input.replies, reply('confirmed', at)] })],
	['turned down', (input, at) => ({ ...input, replies: [...input.replies, reply('turned-down', at)] })],
	['offer ends', (input) => input],
];

describe('the table of what leads where', () => {
	it('knows every move that a history makes, and no state in it goes unused', () => {
		const seen = new Map<string, Move>();
		const start = fc.record({ verified: fc.boolean(), complete: fc.boolean() });
		// Each happening takes a day; the table is about one at a time, so a date may not pass during another happening.
		fc.assert(
			fc.property(start, fc.array(fc.nat(happenings.length - 1), { maxLength: 12 }), (first, history) => {
				let input: StatusInput = { ...fresh, ...first };
				history.forEach((number, index) => {
					const [cause, happen] = happenings[number]!;
					const at = index * 2 + 1;
					const next = happen(input, at);
					if (next === null) return;
					const later = cause === 'offer ends' ? at + 2 : at;
					const [from, to] = [statusOf(input, day(at)), statusOf(next, day(later))];
					if (from !== to) seen.set(`${from} → ${to}: ${cause}`, { from, to, cause });
					input = next;
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
