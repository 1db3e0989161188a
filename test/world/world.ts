import type { Wiki } from '../../shared/wiki/wiki.ts';

/**
 * A wiki on which people act, the fake one or a real one: `createFakeWorld()` and `startRealWorld()`. What the wiki
 * refuses is a `WikiError` with the API's code. Titles are written as the wiki spells them. `ADMIN` may do everything.
 */
export interface World {
	readonly kind: 'fake' | 'real';
	/** The port, as this account sees it. Hidden things are hidden from all but administrators. */
	as(name: string): Promise<Wiki>;
	/** @returns the user id */
	createAccount(name: string, groups?: readonly string[]): Promise<number>;

	/** @returns the new revision; null where nothing changed */
	edit(by: string, edit: Edit): Promise<number | null>;
	/** Adds text at the page's end, as it stands. */
	append(by: string, append: Append): Promise<number | null>;
	/** Through a link that fills in the summary: a mark that somebody else wrote, saved in one's own name. */
	postLink(
		by: string,
		post: { readonly title: string; readonly summary: string; readonly text: string },
	): Promise<number | null>;
	undo(by: string, undo: Undo): Promise<number | null>;
	/** Takes back the last edits of one user. @returns the new revision */
	rollback(by: string, rollback: Rollback): Promise<number>;

	move(by: string, move: Move): Promise<void>;
	/** Actions that are left out are open to all. */
	protect(by: string, protection: Protection): Promise<void>;
	delete(by: string, title: string, reason: string): Promise<void>;
	/** All revisions, or those of some moments (ISO 8601). */
	restore(by: string, title: string, reason: string, timestamps?: readonly string[]): Promise<void>;
	/** Hides parts of revisions, or shows them again. */
	hide(by: string, hiding: Hiding): Promise<void>;
	/** Moves the older part of a page's history (all, or up to a moment) before that of another page. */
	merge(by: string, merge: Merge): Promise<void>;
	/** Revisions with authors, timestamps and summaries of one's choice; known names get the account's id. */
	import(by: string, pages: Import): Promise<void>;
	block(by: string, user: string, reason: string): Promise<void>;
	/** By `ADMIN`, with the user's pages. The account goes on under the new name. */
	rename(from: string, to: string): Promise<void>;

	/** Null where there is no such page. */
	text(title: string): Promise<string | null>;
	/** Oldest first, as somebody without rights sees it. Empty where there is no such page. */
	history(title: string): Promise<readonly WorldRevision[]>;
	/** The wiki's clock goes on. Each action moves it on by a second, too. */
	pass(seconds: number): Promise<void>;
	stop(): Promise<void>;
}

/** The administrator of every world. */
export const ADMIN = 'WikiAdmin';
/** The group that has all of an administrator's rights; `createAccount` gives it to others. */
export const ADMIN_GROUP = 'wikilearn-test-admin';
/** An account without rights, for looking. */
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
	/** From administrators too, with a log entry that only suppressors see. */
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

/** A revision; null is hidden. */
interface WorldRevision {
	readonly revid: number;
	readonly parentid: number;
	readonly timestamp: string;
	readonly user: string | null;
	readonly comment: string | null;
	readonly text: string | null;
	readonly tags: readonly string[];
}
