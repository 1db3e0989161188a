import type { Revision } from '../wiki/revision.ts';
import { changeOf, isSameAccount, type Change } from './change.ts';

/** How a piece of raw source came to a page. */
export interface Puts {
	/** For the first copy of it, the second, …: the change that first put so many on the page. Its user owns the copy. */
	readonly first: readonly Change[];
	/** Every change that put a copy on the page, except reverts, which put back what somebody else had put there. */
	readonly all: readonly Change[];
	/** Every change that put a copy on the page, reverts too. */
	readonly additions: readonly Change[];
	/** Every change that took a copy away. */
	readonly removals: readonly Removal[];
	/** How many copies are there now. */
	readonly present: number;
}

interface Removal extends Change {
	readonly reverts: boolean;
	/** How many copies it left. */
	readonly left: number;
}

/** The copies of so many are counted in the whole text: most pages hold one application. Of more only where it changed. */
const FEW = 3;

interface Tracked {
	count: number;
	first: Change[];
	all: Change[];
	additions: Change[];
	removals: Removal[];
}

/**
 * For each piece of raw source, who put it on a page. In a comment, in another section, beyond any limit or in a tag all
 * count as "on the page", so that nobody becomes its author by making it readable, or by putting it back.
 *
 * @param history a page's, oldest revision first
 * @param sources that stand in some revision of it
 * @param imported whether revisions were imported into the history: then nobody can tell whose any of them is
 */
export function firstPuts(
	history: readonly Revision[],
	sources: readonly string[],
	imported = false,
): ReadonlyMap<string, Puts> {
	const tracked = new Map<string, Tracked>(
		sources.map((source) => [source, { count: 0, first: [], all: [], additions: [], removals: [] }]),
	);
	const known = new Set(history.map(({ revid }) => revid));
	let text = '';
	let unseen: Change[] = [];
	for (const revision of history) {
		const change = changeOf(revision);
		if (imported || (revision.parentid !== 0 && !known.has(revision.parentid)))
			unseen.push({ ...change, revid: -revision.revid, user: null });
		if (revision.text === null) {
			unseen.push(change);
			continue;
		}
		const isKnown = unseen.every((other) => isSameAccount(other, change));
		const seen = isKnown ? change : { ...change, user: null };
		const window = tracked.size <= FEW ? null : changedPart(text, revision.text);
		for (const [source, track] of tracked) {
			const difference = window
				? delta(source, text, revision.text, window)
				: countCopies(revision.text, source) - track.count;
			record(track, difference, seen, putsBack(revision));
		}
		text = revision.text;
		unseen = [];
	}
	return new Map(
		Array.from(tracked, ([source, { count, first, all, additions, removals }]) => [
			source,
			{ first, all, additions, removals, present: count },
		]),
	);
}

/** A text that replaces nearly all of another one is no older text. */
function putsBack({ tags }: Revision): boolean {
	return ['mw-undo', 'mw-rollback', 'mw-manual-revert'].some((tag) => tags.includes(tag));
}

function record(track: Tracked, difference: number, change: Change, reverts: boolean): void {
	track.count += difference;
	if (difference < 0) track.removals.push({ ...change, reverts, left: track.count });
	if (difference > 0) track.additions.push(change);
	if (difference > 0 && (!reverts || track.first.length < track.count)) track.all.push(change);
	while (track.first.length < track.count) track.first.push(change);
}

/** How much two texts have in common at their start and at their end. */
interface Window {
	readonly head: number;
	readonly tail: number;
}

function changedPart(before: string, after: string): Window {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	let tail = 0;
	while (
		tail < most - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail++;
	return { head, tail };
}

/** How many copies more there are. Only what changed is looked at, and what a copy may reach into around it. */
function delta(source: string, before: string, after: string, { head, tail }: Window): number {
	const start = Math.max(0, head - source.length + 1);
	const count = (text: string): number => {
		const end = Math.min(text.length, text.length - tail + source.length - 1);
		return countCopies(text.slice(start, end), source);
	};
	return count(after) - count(before);
}

/** Those that overlap as well: only then the number in a part of the text depends on nothing around it. */
function countCopies(text: string, source: string): number {
	let copies = 0;
	for (let at = text.indexOf(source); at >= 0; at = text.indexOf(source, at + 1)) copies++;
	return copies;
}
