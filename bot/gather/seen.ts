import type { Bookmark } from '../bookmark/bookmark.ts';
import type { RecentChange } from './readNews.ts';

/**
 * Changes are asked for again from this long before the last reading: a replica may show an edit seconds after others
 * that were saved later, and servers' clocks differ.
 */
const OVERLAP_MS = 5 * 60 * 1000;

export function overlapStart({ readAt }: Bookmark): string {
	return new Date(Date.parse(readAt) - OVERLAP_MS).toISOString();
}

/** The changes that the bookmark does not know of yet. */
export function unseen({ seen }: Bookmark, changes: readonly RecentChange[]): readonly RecentChange[] {
	const known = new Set(seen);
	return changes.filter(({ rcid }) => !known.has(rcid));
}

/** What the next cycle will be told again. */
export function seenSince(changes: readonly RecentChange[]): readonly number[] {
	return changes.map(({ rcid }) => rcid);
}
