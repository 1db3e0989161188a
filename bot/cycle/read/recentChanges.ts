import type { CycleCache } from '../cache/cycleCache.ts';

/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	/** The revision that it made; 0 where it made none. */
	readonly revid: number;
	readonly title: string;
	/** The page's id; 0: none. */
	readonly pageid: number;
	/** The log's name (`rights`, `block`, `move`, …) where it is a log entry; else null. */
	readonly log: string | null;
	/** Other pages that a log entry is about: where a page was moved to, or its history merged into. */
	readonly otherTitles: readonly string[];
	/** The old and the new name of a renamed account. */
	readonly renamed: readonly string[];
	/** Who did it; empty where that is hidden. */
	readonly user: string;
	/** 0: no account, or hidden. */
	readonly userid: number;
	readonly minor: boolean;
	/** ISO 8601. */
	readonly timestamp: string;
	/** The edit summary; undefined where that is hidden. */
	readonly comment: string | undefined;
}

/**
 * Changes are asked for again from this long before the last reading: a replica may show an edit seconds after others
 * that were saved later, and servers' clocks differ.
 */
const OVERLAP_MS = 5 * 60 * 1000;
export function pollStart({ readAt }: CycleCache): string {
	return new Date(Date.parse(readAt) - OVERLAP_MS).toISOString();
}

/** The changes that the bookmark does not know of yet. What the bot itself wrote is no news. */
export function unseenChanges(
	{ seenChanges, ownRevisions }: CycleCache,
	changes: readonly RecentChange[],
): readonly RecentChange[] {
	const seenIds = new Set(seenChanges);
	const ownIds = new Set(ownRevisions);
	return changes.filter(({ rcid, revid }) => !seenIds.has(rcid) && (revid === 0 || !ownIds.has(revid)));
}

/** What the next cycle will be told again. */
export function changeIds(changes: readonly RecentChange[]): readonly number[] {
	return changes.map(({ rcid }) => rcid);
}
