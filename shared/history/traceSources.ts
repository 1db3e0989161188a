import type { Revision } from '../wiki/revision.ts';
import { toChange, isSameAccount, type Change } from './change.ts';

/** The changes that added or removed a piece of raw source. */
export interface SourceTrace {
	/** For the first copy, the second, …: the change that first added that many. Its user owns the copy. */
	readonly firstAdditions: readonly Change[];
	/** All changes that added a copy, except reverts, which restore somebody else's addition. */
	readonly ownAdditions: readonly Change[];
	/** All changes that added a copy, including reverts. */
	readonly additions: readonly Change[];
	/** All changes that removed a copy. */
	readonly removals: readonly Removal[];
	/** The current number of copies. */
	readonly copies: number;
}

interface Removal extends Change {
	readonly isRevert: boolean;
	/** The number of copies left. */
	readonly copiesLeft: number;
}

/** Up to this many sources are counted in the full text, which suits most pages. More are counted only where it changed. */
const MAX_FULL_COUNTS = 3;

interface TrackedSource {
	copies: number;
	firstAdditions: Change[];
	ownAdditions: Change[];
	additions: Change[];
	removals: Removal[];
}

/**
 * For each piece of raw source, who put it on a page. In a comment, in another section, beyond any limit or in a tag all
 * count as "on the page", so that nobody becomes its author by making it readable, or by putting it back.
 *
 * @param history a page's, oldest revision first
 * @param sources that stand in some revision of it
 * @param isImported whether revisions were imported into the history: then nobody can tell whose any of them is
 */
export function traceSources(
	history: readonly Revision[],
	sources: readonly string[],
	isImported = false,
): ReadonlyMap<string, SourceTrace> {
	const tracked = new Map<string, TrackedSource>(
		sources.map((source) => [
			source,
			{ copies: 0, firstAdditions: [], ownAdditions: [], additions: [], removals: [] },
		]),
	);
	const revids = new Set(history.map(({ revid }) => revid));
	let text = '';
	let unseenChanges: Change[] = [];
	for (const revision of history) {
		const change = toChange(revision);
		if (isImported || (revision.parentid !== 0 && !revids.has(revision.parentid)))
			unseenChanges.push({ ...change, revid: -revision.revid, user: null });
		if (revision.text === null) {
			unseenChanges.push(change);
			continue;
		}
		const isSingleAuthor = unseenChanges.every((unseenChange) => isSameAccount(unseenChange, change));
		const attributed = isSingleAuthor ? change : { ...change, user: null };
		const unchanged = tracked.size <= MAX_FULL_COUNTS ? null : findUnchangedEnds(text, revision.text);
		for (const [source, track] of tracked) {
			const addedCopies = unchanged
				? countDifference(source, text, revision.text, unchanged)
				: countCopies(revision.text, source) - track.copies;
			recordChange(track, addedCopies, attributed, isRestoration(revision));
		}
		text = revision.text;
		unseenChanges = [];
	}
	return new Map(
		Array.from(tracked, ([source, { copies, firstAdditions, ownAdditions, additions, removals }]) => [
			source,
			{ firstAdditions, ownAdditions, additions, removals, copies },
		]),
	);
}

/** Does not include `mw-replace`: replacing nearly all of a text does not restore an older one. */
function isRestoration({ tags }: Revision): boolean {
	return ['mw-undo', 'mw-rollback', 'mw-manual-revert'].some((tag) => tags.includes(tag));
}

function recordChange(track: TrackedSource, addedCopies: number, change: Change, isRevert: boolean): void {
	track.copies += addedCopies;
	if (addedCopies < 0) track.removals.push({ ...change, isRevert, copiesLeft: track.copies });
	if (addedCopies > 0) track.additions.push(change);
	if (addedCopies > 0 && (!isRevert || track.firstAdditions.length < track.copies))
		track.ownAdditions.push(change);
	while (track.firstAdditions.length < track.copies) track.firstAdditions.push(change);
}

/** How much two texts have in common at their start and at their end. */
interface UnchangedEnds {
	readonly head: number;
	readonly tail: number;
}

function findUnchangedEnds(before: string, after: string): UnchangedEnds {
	const maxLength = Math.min(before.length, after.length);
	let head = 0;
	while (head < maxLength && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	let tail = 0;
	while (
		tail < maxLength - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail++;
	return { head, tail };
}

/** How many copies more there are. Only what changed is looked at, and what a copy may reach into around it. */
function countDifference(
	source: string,
	before: string,
	after: string,
	{ head, tail }: UnchangedEnds,
): number {
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
	for (let position = text.indexOf(source); position >= 0; position = text.indexOf(source, position + 1))
		copies++;
	return copies;
}
