import type { Author, RevisionMeta } from '../wiki/revision.ts';

/** Who changed a page, when. */
export interface Change {
	readonly revid: number;
	/** 0: the page's first revision. */
	readonly parentid: number;
	/** ISO 8601, the wiki's clock. */
	readonly timestamp: string;
	/** Null where nobody can tell: the author is hidden, or hidden or missing revisions leave open whose change it was. */
	readonly user: Author | null;
}

export function toChange({ revid, parentid, timestamp, user }: RevisionMeta): Change {
	return { revid, parentid, timestamp, user };
}

/** By user id. An IP address (id 0) is its name; a hidden user equals nobody, not even themselves. */
export function isSameAccount(a: Change, b: Change): boolean {
	if (!a.user || !b.user) return a.revid === b.revid;
	return a.user.id === b.user.id && (a.user.id !== 0 || a.user.name === b.user.name);
}

/**
 * Whether an account is behind an author. IP addresses and names from an import have the user id 0; temporary accounts
 * (`~2026-12345`) have an id, but nobody can log in to them again: they cannot be told anything.
 */
export function hasAccount({ id, name }: Author): boolean {
	return id !== 0 && !/^~\d/.test(name);
}
