import type { CycleCache } from '../cache/cycleCache.ts';
import type { RecentChange } from './recentChange.ts';

/**
 * Changes are asked for again from this long before the last reading: a replica may show an edit seconds after others
 * that were saved later, and servers' clocks differ.
 */
const OVERLAP_MS = 5 * 60 * 1000;

export function overlapStart({ readAt }: CycleCache): string {
	return new Date(Date.parse(readAt) - OVERLAP_MS).toISOString();
}

/** The changes that the bookmark does not know of yet. What the bot itself wrote is no news. */
export function unseen({ seen, own }: CycleCache, changes: readonly RecentChange[]): readonly RecentChange[] {
	const known = new Set(seen);
	const written = new Set(own);
	return changes.filter(({ rcid, revid }) => !known.has(rcid) && (revid === 0 || !written.has(revid)));
}

/** What the next cycle will be told again. */
export function seenSince(changes: readonly RecentChange[]): readonly number[] {
	return changes.map(({ rcid }) => rcid);
}
