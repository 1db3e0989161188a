import type { Wiki } from '../../shared/wiki/wiki.ts';

/**
 * A fake or real wiki on which users act: `createFakeWorld()` and `startRealWorld()`. Rejected actions throw a
 * `WikiError` with the API's code. Titles must be normalized. `ADMIN` has all rights.
 */
export interface World {
	readonly kind: 'fake' | 'real';
	/** The port for this account. Only administrators see hidden data. */
	as(name: string): Promise<Wiki>;
	/** @returns the user id */
	createAccount(name: string, groups?: readonly string[]): Promise<number>;

	/** @returns the new revision; null if unchanged */
	edit(by: string, edit: Edit): Promise<number | null>;
	/** Appends text verbatim. */
	append(by: string, append: Append): Promise<number | null>;
	/** Saves through a link that prefills the summary: a mark written by someone else, in one's own name. */
	postLink(
		by: string,
		post: { readonly title: string; readonly summary: string; readonly text: string },
	): Promise<number | null>;
	undo(by: string, undo: Undo): Promise<number | null>;
	/** Reverts the last edits of one user. @returns the new revision */
	rollback(by: string, rollback: Rollback): Promise<number>;

	move(by: string, move: Move): Promise<void>;
	/** Omitted actions are unprotected. */
	protect(by: string, protection: Protection): Promise<void>;
	delete(by: string, title: string, reason: string): Promise<void>;
	/** All revisions, or those with some timestamps (ISO 8601). */
	restore(by: string, title: string, reason: string, timestamps?: readonly string[]): Promise<void>;
	/** Hides or shows parts of revisions. */
	hide(by: string, hiding: Hiding): Promise<void>;
	/** Merges the older part of a page's history (all, or up to a timestamp) into another page's. */
	merge(by: string, merge: Merge): Promise<void>;
	/** Imports revisions with any authors, timestamps and summaries; existing accounts are credited. */
	import(by: string, pages: Import): Promise<void>;
	block(by: string, user: string, reason: string): Promise<void>;
	/** By `ADMIN`, with the user's pages. The account continues under the new name. */
	rename(from: string, to: string): Promise<void>;

	/** Null if missing. */
	text(title: string): Promise<string | null>;
	/** Oldest first, as a user without rights sees it. Empty if missing. */
	history(title: string): Promise<readonly WorldRevision[]>;
	/** Advances the wiki's clock. Each action advances it by a second, too. */
	pass(seconds: number): Promise<void>;
	stop(): Promise<void>;
}

/** The administrator of every world. */
export const ADMIN = 'WikiAdmin';
/** The group with all of an administrator's rights; assigned by `createAccount`. */
export const ADMIN_GROUP = 'wikilearn-test-admin';
/** An account without rights, for reading. */
export const READER = 'World reader';

type Target =
	{ readonly title: string; readonly pageid?: never } | { readonly pageid: number; readonly title?: never };

type Edit = Target & {
	readonly text: string;
	readonly summary?: string;
	readonly minor?: boolean;
	readonly bot?: boolean;
	readonly createonly?: boolean;
	readonly nocreate?: boolean;
	readonly baserevid?: number;
	readonly contentmodel?: 'wikitext' | 'json' | 'text';
};

type Append = Target & {
	readonly text: string;
	readonly summary?: string;
	readonly minor?: boolean;
};

type Undo = Target & {
	readonly undo: number;
	readonly undoafter?: number;
	readonly summary?: string;
};

interface Rollback {
	readonly title: string;
	readonly user: string;
	readonly summary?: string;
}

interface Move {
	readonly from: string;
	readonly to: string;
	readonly reason?: string;
	readonly noRedirect?: boolean;
}

export interface Protection {
	readonly title: string;
	readonly levels: { readonly edit?: 'autoconfirmed' | 'sysop'; readonly move?: 'autoconfirmed' | 'sysop' };
	readonly reason?: string;
}

export type Hidable = 'content' | 'comment' | 'user';

interface Hiding {
	readonly title: string;
	readonly revisions: readonly number[];
	readonly hide?: readonly Hidable[];
	readonly show?: readonly Hidable[];
	/** Hidden from administrators too, with a log entry that only suppressors see. */
	readonly suppress?: boolean;
	readonly reason?: string;
}

interface Merge {
	readonly from: string;
	readonly to: string;
	readonly timestamp?: string;
	readonly reason?: string;
}

interface Import {
	readonly title: string;
	/** Oldest first. */
	readonly revisions: readonly {
		readonly user: string;
		readonly timestamp: string;
		readonly text: string;
		readonly comment?: string;
	}[];
	readonly reason?: string;
}

/** A revision; null: hidden. */
interface WorldRevision {
	readonly revid: number;
	readonly parentid: number;
	readonly timestamp: string;
	readonly user: string | null;
	readonly comment: string | null;
	readonly text: string | null;
	readonly tags: readonly string[];
}
