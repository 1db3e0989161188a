import { SLOTS, type Attendance, type Choice, type Slot } from './plan.ts';
import { weighing, type People, type Weigh } from './weights.ts';

/** People who can attend at the same slots count as one with a weight. */
export interface Group {
	/** By slot. */
	readonly attendance: readonly Attendance[];
	readonly size: number;
}

interface Candidate {
	readonly slot: Slot;
	readonly can: People;
	readonly rather: People;
}

const HALF_HOUR = 30;

/** Whether sessions of this length at two slots would touch the same time. */
function overlap(one: Slot, other: Slot, minutes: number): boolean {
	const apart = Math.abs(one - other);
	return Math.min(apart, SLOTS - apart) * HALF_HOUR < minutes;
}

/**
 * The best slots, by exact search: ranked by how many can attend one of them, then by for how many one of them is a
 * good time, then by the order of the week. Null where nobody can attend any.
 *
 * @param wanted how many slots; fewer are chosen where a further one would bring nobody
 * @param apart slots that the choice must not overlap
 */
export type ChooseSlots = (wanted: number, apart?: readonly Slot[]) => Choice | null;

/** Choices among the same people, one after another. */
export function choosingSlots(groups: readonly Group[], minutes: number): ChooseSlots {
	const weigh = weighing(groups.map(({ size }) => size));
	const all = Array.from({ length: SLOTS }, (_, slot) => candidate(groups, slot)).filter(({ can }) =>
		can.some((byte) => byte > 0),
	);
	return (wanted, apart = []) => {
		const candidates = all.filter(({ slot }) => !apart.some((other) => overlap(slot, other, minutes)));
		const pairs = new Float64Array(wanted > 1 ? SLOTS * SLOTS : 0).fill(-1);
		const search: Search = { weigh, minutes, pairs, best: null };
		const nobody = new Uint8Array(Math.ceil(groups.length / 8));
		const picked: Picked = { chosen: [], can: nobody, attending: 0 };
		for (let count = 1; count <= wanted; count++) searchFrom(search, picked, candidates, count);
		return search.best;
	};
}

interface Search {
	readonly weigh: Weigh;
	readonly minutes: number;
	/** By both slots: see `gainOver`. */
	readonly pairs: Float64Array;
	best: Choice | null;
}

/** Slots chosen so far. */
interface Picked {
	readonly chosen: readonly Candidate[];
	/** Who can attend one of them, */
	readonly can: People;
	/** and how many they are. */
	readonly attending: number;
}

/**
 * Tries every set that could be better than the best one so far. What a slot adds to those chosen can only shrink as
 * more are chosen, so what the next ones add now bounds what they can add later.
 *
 * @param candidates which may be chosen besides
 * @param left how many are still to be chosen
 */
function searchFrom(search: Search, picked: Picked, candidates: readonly Candidate[], left: number): void {
	if (left === 1) {
		chooseLast(search, picked, candidates);
		return;
	}
	const { chosen, can, attending } = picked;
	const gains = candidates
		.filter(({ slot }) => !chosen.some((other) => overlap(slot, other.slot, search.minutes)))
		.map((next) => ({ next, gain: search.weigh(next.can, can) }))
		.sort((a, b) => b.gain - a.gain || a.next.slot - b.next.slot);
	const rest = gains.map(({ next }) => next);
	gains.forEach(({ next, gain }, index) => {
		const most = gains.slice(index, index + left).reduce((sum, one) => sum + one.gain, attending);
		if (search.best && most < search.best.attending) return;
		const extended = { chosen: [...chosen, next], can: union(can, next.can), attending: attending + gain };
		searchFrom(search, extended, rest.slice(index + 1), left - 1);
	});
}

/** What the last slot adds to any one of those chosen bounds what it adds to all of them. */
function chooseLast(
	search: Search,
	{ chosen, can, attending }: Picked,
	candidates: readonly Candidate[],
): void {
	for (const last of candidates) {
		const needed = (search.best?.attending ?? 0) - attending;
		if (chosen.some((one) => gainOver(search, one, last) < needed)) continue;
		if (chosen.some((one) => overlap(one.slot, last.slot, search.minutes))) continue;
		const gain = search.weigh(last.can, can);
		if (gain >= needed) keepBetter(search, [...chosen, last], attending + gain);
	}
}

/** How many one slot brings besides another one; each pair is weighed once. */
function gainOver({ weigh, pairs }: Search, one: Candidate, next: Candidate): number {
	const pair = one.slot * SLOTS + next.slot;
	const known = pairs[pair] ?? -1;
	if (known >= 0) return known;
	return (pairs[pair] = weigh(next.can, one.can));
}

function keepBetter(search: Search, set: readonly Candidate[], attending: number): void {
	const rather = set.map((one) => one.rather).reduce(union);
	const choice: Choice = {
		slots: set.map(({ slot }) => slot).sort((a, b) => a - b),
		attending,
		preferring: search.weigh(rather, new Uint8Array(rather.length)),
	};
	if (!search.best || isBetter(choice, search.best)) search.best = choice;
}

function isBetter(one: Choice, other: Choice): boolean {
	if (one.attending !== other.attending) return one.attending > other.attending;
	if (one.preferring !== other.preferring) return one.preferring > other.preferring;
	// A further slot that brings nobody is not worth the session.
	if (one.slots.length !== other.slots.length) return one.slots.length < other.slots.length;
	const first = one.slots.findIndex((slot, index) => slot !== other.slots[index]);
	return first >= 0 && (one.slots[first] ?? 0) < (other.slots[first] ?? 0);
}

function candidate(groups: readonly Group[], slot: Slot): Candidate {
	const can = new Uint8Array(Math.ceil(groups.length / 8));
	const rather = new Uint8Array(can.length);
	groups.forEach(({ attendance }, index) => {
		const level = attendance[slot] ?? 0;
		if (level > 0) can[index >> 3] = (can[index >> 3] ?? 0) | (1 << (index & 7));
		if (level > 1) rather[index >> 3] = (rather[index >> 3] ?? 0) | (1 << (index & 7));
	});
	return { slot, can, rather };
}

function union(one: People, other: People): People {
	const both = new Uint8Array(one.length);
	for (let byte = 0; byte < one.length; byte++) both[byte] = (one[byte] ?? 0) | (other[byte] ?? 0);
	return both;
}
