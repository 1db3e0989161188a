import type { Author, RevisionMeta } from '../wiki/revision.ts';

/** The author and time of a change to a page. */
export interface Change {
	readonly revid: number;
	/** 0 for the page's first revision. */
	readonly parentid: number;
	/** ISO 8601, by the wiki's clock. */
	readonly timestamp: string;
	/** Null if the author is unknown: hidden, or hidden or missing revisions make the attribution ambiguous. */
	readonly user: Author | null;
}

export function toChange({ revid, parentid, timestamp, user }: RevisionMeta): Change {
	return { revid, parentid, timestamp, user };
}

/** Compares user ids. IP addresses (id 0) are compared by name. A hidden user equals nobody, not even themselves. */
export function isSameAccount(a: Change, b: Change): boolean {
	if (!a.user || !b.user) return a.revid === b.revid;
	return a.user.id === b.user.id && (a.user.id !== 0 || a.user.name === b.user.name);
}

/**
 * Whether an author has an account. IP addresses and imported names have the user id 0. Temporary accounts
 * (`~2026-12345`) have an id, but nobody can log in to them again, so notices would not reach anybody.
 */
export function hasAccount({ id, name }: Author): boolean {
	return id !== 0 && !/^~\d/.test(name);
}
