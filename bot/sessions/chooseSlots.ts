import { SLOTS, type Attendance, type Choice, type Slot } from './timetable.ts';

/** People with the same attendance, counted by weight. */
export interface Group {
	/** By slot. */
	readonly attendance: readonly Attendance[];
	readonly size: number;
}

interface Candidate {
	readonly slot: Slot;
	readonly available: People;
	readonly preferring: People;
}

const HALF_HOUR_MINUTES = 30;

/** Whether sessions of this length at two slots overlap. */
function doOverlap(a: Slot, b: Slot, minutes: number): boolean {
	const distance = Math.abs(a - b);
	return Math.min(distance, SLOTS - distance) * HALF_HOUR_MINUTES < minutes;
}

/**
 * The best slots, by exact search: ranked by how many people can attend one of them, then by how many prefer one of
 * them, then by the order of the week. Null if nobody can attend any slot.
 *
 * @param count the number of slots; fewer are chosen if a further one adds nobody
 * @param avoid slots that the choice must not overlap
 */
type ChooseSlots = (count: number, avoid?: readonly Slot[]) => Choice | null;

/** Creates a function for successive choices among the same people. */
export function slotChooser(groups: readonly Group[], minutes: number): ChooseSlots {
	const weigh = weightCalculator(groups.map(({ size }) => size));
	const possible = Array.from({ length: SLOTS }, (_, slot) => toCandidate(groups, slot)).filter(
		({ available }) => available.some((byte) => byte > 0),
	);
	return (slotCount, avoid = []) => {
		const candidates = possible.filter(({ slot }) => !avoid.some((other) => doOverlap(slot, other, minutes)));
		const pairs = new Float64Array(slotCount > 1 ? SLOTS * SLOTS : 0).fill(-1);
		const search: Search = { weigh, minutes, pairs, best: null };
		const nobody = new Uint8Array(Math.ceil(groups.length / 8));
		const picked: Picked = { chosen: [], can: nobody, attending: 0 };
		for (let count = 1; count <= slotCount; count++) searchFrom(search, picked, candidates, count);
		return search.best;
	};
}

interface Search {
	readonly weigh: Weigh;
	readonly minutes: number;
	/** Indexed by both slots: see `pairGain`. */
	readonly pairs: Float64Array;
	best: Choice | null;
}

/** The slots chosen so far. */
interface Picked {
	readonly chosen: readonly Candidate[];
	/** The people who can attend at least one of them. */
	readonly can: People;
	/** Their number. */
	readonly attending: number;
}

/**
 * Branch and bound: what a slot adds only shrinks as more are chosen, so the current gains bound the later ones.
 *
 * @param candidates the slots that may still be chosen
 * @param remaining how many slots are still to be chosen
 */
function searchFrom(
	search: Search,
	picked: Picked,
	candidates: readonly Candidate[],
	remaining: number,
): void {
	if (remaining === 1) {
		chooseLast(search, picked, candidates);
		return;
	}
	const { chosen, can: available, attending } = picked;
	const gains = candidates
		.filter(({ slot }) => !chosen.some((other) => doOverlap(slot, other.slot, search.minutes)))
		.map((next) => ({ next, gain: search.weigh(next.available, available) }))
		.sort((a, b) => b.gain - a.gain || a.next.slot - b.next.slot);
	const rest = gains.map(({ next }) => next);
	gains.forEach(({ next, gain }, index) => {
		const upperBound = gains
			.slice(index, index + remaining)
			.reduce((sum, candidate) => sum + candidate.gain, attending);
		if (search.best && upperBound < search.best.attending) return;
		const extended = {
			chosen: [...chosen, next],
			can: union(available, next.available),
			attending: attending + gain,
		};
		searchFrom(search, extended, rest.slice(index + 1), remaining - 1);
	});
}

/** Prunes by pairs: what a slot adds to one chosen slot bounds what it adds to all of them. */
function chooseLast(
	search: Search,
	{ chosen, can: available, attending }: Picked,
	candidates: readonly Candidate[],
): void {
	for (const last of candidates) {
		const needed = (search.best?.attending ?? 0) - attending;
		if (chosen.some((other) => pairGain(search, other, last) < needed)) continue;
		if (chosen.some((other) => doOverlap(other.slot, last.slot, search.minutes))) continue;
		const gain = search.weigh(last.available, available);
		if (gain >= needed) updateBest(search, [...chosen, last], attending + gain);
	}
}

/** How many people a slot adds to another one; cached per pair. */
function pairGain({ weigh, pairs }: Search, first: Candidate, next: Candidate): number {
	const pair = first.slot * SLOTS + next.slot;
	const cached = pairs[pair] ?? -1;
	if (cached >= 0) return cached;
	return (pairs[pair] = weigh(next.available, first.available));
}

function updateBest(search: Search, set: readonly Candidate[], attending: number): void {
	const preferring = set.map((candidate) => candidate.preferring).reduce(union);
	const choice: Choice = {
		slots: set.map(({ slot }) => slot).sort((a, b) => a - b),
		attending,
		preferring: search.weigh(preferring, new Uint8Array(preferring.length)),
	};
	if (!search.best || isBetter(choice, search.best)) search.best = choice;
}

function isBetter(a: Choice, b: Choice): boolean {
	if (a.attending !== b.attending) return a.attending > b.attending;
	if (a.preferring !== b.preferring) return a.preferring > b.preferring;
	// A further slot that adds nobody is not worth a session.
	if (a.slots.length !== b.slots.length) return a.slots.length < b.slots.length;
	const first = a.slots.findIndex((slot, index) => slot !== b.slots[index]);
	return first >= 0 && (a.slots[first] ?? 0) < (b.slots[first] ?? 0);
}

function toCandidate(groups: readonly Group[], slot: Slot): Candidate {
	const available = new Uint8Array(Math.ceil(groups.length / 8));
	const preferring = new Uint8Array(available.length);
	groups.forEach(({ attendance }, index) => {
		const level = attendance[slot] ?? 0;
		if (level > 0) available[index >> 3] = (available[index >> 3] ?? 0) | (1 << (index & 7));
		if (level > 1) preferring[index >> 3] = (preferring[index >> 3] ?? 0) | (1 << (index & 7));
	});
	return { slot, available, preferring };
}

function union(a: People, b: People): People {
	const both = new Uint8Array(a.length);
	for (let byte = 0; byte < a.length; byte++) both[byte] = (a[byte] ?? 0) | (b[byte] ?? 0);
	return both;
}

/** A bit set of people, by their numbers. */
type People = Uint8Array;
/** Sums the weights of the people in the first set but not in the second. */
type Weigh = (people: People, without: People) => number;
/** Looks up a byte at a time. @param weights how many people each number represents */
function weightCalculator(weights: readonly number[]): Weigh {
	const bytes = Math.ceil(weights.length / 8);
	const sums = new Float64Array(bytes * 256);
	for (let byte = 0; byte < bytes; byte++) {
		for (let value = 1; value < 256; value++) {
			const bit = 31 - Math.clz32(value & -value);
			const rest = sums[byte * 256 + (value & (value - 1))] ?? 0;
			sums[byte * 256 + value] = rest + (weights[byte * 8 + bit] ?? 0);
		}
	}
	return (people, without) => {
		let sum = 0;
		for (let byte = 0; byte < bytes; byte++) {
			const left = (people[byte] ?? 0) & ~(without[byte] ?? 0);
			if (left !== 0) sum += sums[byte * 256 + left] ?? 0;
		}
		return sum;
	};
}
