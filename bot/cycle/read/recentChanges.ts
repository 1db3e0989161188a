import type { CycleCache } from '../cache/cycleCache.ts';

/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	/** The new revision; 0 if none. */
	readonly revid: number;
	readonly title: string;
	/** The page's id; 0: none. */
	readonly pageid: number;
	/** The log type (`rights`, `block`, `move`, …) of a log entry; otherwise null. */
	readonly log: string | null;
	/** Other pages of a log entry: the target of a move or history merge. */
	readonly otherTitles: readonly string[];
	/** The old and the new name of a renamed account. */
	readonly renamed: readonly string[];
	/** The user; empty if hidden. */
	readonly user: string;
	/** 0: no account, or hidden. */
	readonly userid: number;
	readonly minor: boolean;
	/** ISO 8601. */
	readonly timestamp: string;
	/** The edit summary; undefined if hidden. */
	readonly comment: string | undefined;
}

/**
 * How far before the last poll changes are read again: a replica may show an edit seconds after later ones, and
 * servers' clocks differ.
 */
const OVERLAP_MS = 5 * 60 * 1000;
export function pollStart({ readAt }: CycleCache): string {
	return new Date(Date.parse(readAt) - OVERLAP_MS).toISOString();
}

/** The changes that the cache does not know yet, except the bot's own edits. */
export function unseenChanges(
	{ seenChanges, ownRevisions }: CycleCache,
	changes: readonly RecentChange[],
): readonly RecentChange[] {
	const seenIds = new Set(seenChanges);
	const ownIds = new Set(ownRevisions);
	return changes.filter(({ rcid, revid }) => !seenIds.has(rcid) && (revid === 0 || !ownIds.has(revid)));
}

/** Ids of the changes that the next poll will return again. */
export function changeIds(changes: readonly RecentChange[]): readonly number[] {
	return changes.map(({ rcid }) => rcid);
}
