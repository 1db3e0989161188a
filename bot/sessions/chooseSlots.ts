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
	readonly attending: number;
	readonly preferring: number;
}

const HALF_HOUR = 30;

/** Whether sessions of this length at two slots would touch the same time. */
export function overlap(one: Slot, other: Slot, minutes: number): boolean {
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
export function chooseSlots(
	groups: readonly Group[],
	wanted: number,
	minutes: number,
	apart: readonly Slot[] = [],
): Choice | null {
	const weigh = weighing(groups.map(({ size }) => size));
	const candidates = Array.from({ length: SLOTS }, (_, slot) => candidate(groups, slot, weigh))
		.filter(({ slot, attending }) => attending > 0 && !apart.some((other) => overlap(slot, other, minutes)))
		.sort((a, b) => b.attending - a.attending || a.slot - b.slot);
	let best: Choice | null = null;
	for (let count = 1; count <= wanted; count++) {
		best = searchFrom({ candidates, weigh, minutes, best }, [], 0, count);
	}
	return best;
}

interface Search {
	readonly candidates: readonly Candidate[];
	readonly weigh: Weigh;
	readonly minutes: number;
	best: Choice | null;
}

/** Tries every set that could be better than the best one so far; candidates come with the most attended first. */
function searchFrom(
	search: Search,
	chosen: readonly Candidate[],
	start: number,
	left: number,
): Choice | null {
	const { candidates, weigh, minutes } = search;
	const base = chosen.length > 0 ? merge(chosen, weigh) : null;
	for (let index = start; index < candidates.length; index++) {
		const next = candidates[index];
		if (!next) break;
		const reachable = (base?.attending ?? 0) + left * next.attending;
		if (search.best && reachable < search.best.attending) break;
		if (chosen.some(({ slot }) => overlap(slot, next.slot, minutes))) continue;
		const set = base ? [...chosen, next] : [next];
		if (left > 1) searchFrom(search, set, index + 1, left - 1);
		else keepBetter(search, base ? join(base, next, set, weigh) : choiceOf(next, set));
	}
	return search.best;
}

function keepBetter(search: Search, choice: Choice): void {
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

function candidate(groups: readonly Group[], slot: Slot, weigh: Weigh): Candidate {
	const can = new Uint8Array(Math.ceil(groups.length / 8));
	const rather = new Uint8Array(can.length);
	groups.forEach(({ attendance }, index) => {
		const level = attendance[slot] ?? 0;
		if (level > 0) can[index >> 3] = (can[index >> 3] ?? 0) | (1 << (index & 7));
		if (level > 1) rather[index >> 3] = (rather[index >> 3] ?? 0) | (1 << (index & 7));
	});
	return { slot, can, rather, attending: weigh(can), preferring: weigh(rather) };
}

interface Merged {
	readonly can: People;
	readonly rather: People;
	readonly attending: number;
}

function merge(chosen: readonly Candidate[], weigh: Weigh): Merged {
	const can = chosen.map((one) => one.can).reduce(union);
	return { can, rather: chosen.map((one) => one.rather).reduce(union), attending: weigh(can) };
}

function join(base: Merged, next: Candidate, set: readonly Candidate[], weigh: Weigh): Choice {
	return choiceOf(
		{ attending: weigh(union(base.can, next.can)), preferring: weigh(union(base.rather, next.rather)) },
		set,
	);
}

function choiceOf(sums: Pick<Candidate, 'attending' | 'preferring'>, set: readonly Candidate[]): Choice {
	const slots = set.map(({ slot }) => slot).sort((a, b) => a - b);
	return { slots, attending: sums.attending, preferring: sums.preferring };
}

function union(one: People, other: People): People {
	const both = new Uint8Array(one.length);
	for (let byte = 0; byte < one.length; byte++) both[byte] = (one[byte] ?? 0) | (other[byte] ?? 0);
	return both;
}
