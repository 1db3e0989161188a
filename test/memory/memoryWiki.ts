import { type ApiResponse, type Params, type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { handleEdit } from './handleEdit.ts';
import { handleQuery } from './handleQuery.ts';
import { blockUser, type Block } from './blockUser.ts';
import { deletePage, restorePage, type Deletion, type Restoration } from './deletePage.ts';
import { hideRevisions, type Hiding } from './hideRevisions.ts';
import { importPage, type Import } from './importPage.ts';
import { mergeHistory, type Merge } from './mergeHistory.ts';
import { movePage, type Move } from './movePage.ts';
import { protectPage, type Protection } from './protectPage.ts';
import { renameUser } from './renameUser.ts';
import { rollBackPage, type Rollback } from './rollBackPage.ts';

export interface MemoryRevision {
	revid: number;
	/** 0: the page's first. After a merge or undeletion the parent may belong to another page, or not exist. */
	parentid: number;
	timestamp: string;
	user: string;
	text: string;
	comment?: string;
	tags?: string[];
	minor?: boolean;
	bot?: boolean;
	/** The title's default if omitted. */
	contentmodel?: string;
	userHidden?: boolean;
	textHidden?: boolean;
	commentHidden?: boolean;
	isSuppressed?: boolean;
	/** Its page in recent changes (which do not follow moves); null: not in recent changes; default: its page. */
	recent?: { readonly title: string; readonly pageid: number } | null;
}
export interface MemoryPage {
	pageid: number;
	title: string;
	/** Sorted by timestamp and id. */
	revisions: MemoryRevision[];
	/** The current revision, if it is not the last one. */
	latest?: number;
	/** True until changed after its creation or undeletion. */
	isNew?: boolean;
	/** The protection level by action. */
	protection?: Partial<Record<ProtectedAction, string>>;
}
export type ProtectedAction = 'edit' | 'move';
export interface MemoryAccount {
	id: number;
	name: string;
	groups: { group: string; expiry: string }[];
	editcount: number;
	registration: string;
	emailable: boolean;
	rights: string[];
	block?: { partial: boolean; expiry: string; reason: string };
}

/** A log entry; its `rcid` (also its `logid`) is allocated from `nextRevid`. */
export interface MemoryLog {
	rcid: number;
	logtype: string;
	logaction?: string;
	title: string;
	user: string;
	timestamp: string;
	comment?: string;
	params?: Readonly<Record<string, unknown>>;
	tags?: readonly string[];
	/** The page's id at that time. */
	pageid?: number;
	/** The revision created with it. */
	revid?: number;
	/** Not in recent changes. */
	isQuiet?: boolean;
}

/** A revision of a deleted page. */
interface ArchivedRevision {
	readonly title: string;
	readonly pageid: number;
	readonly revision: MemoryRevision;
}

/** The fake wiki's state. Tests change it directly where the API has no request for it. */
export interface MemoryState {
	pages: MemoryPage[];
	archive: ArchivedRevision[];
	logs: MemoryLog[];
	accounts: MemoryAccount[];
	/** `meta=globaluserinfo` by user name; null: no CentralAuth. */
	globals: ReadonlyMap<string, unknown> | null;
	/** The wiki's clock, milliseconds. Each action advances it by a second. */
	now: number;
	nextRevid: number;
	/** The MediaWiki version to imitate where they differ. */
	version: '1.39' | '1.43';
	/**
	 * Whether to reject, like a real wiki, invalid JSON pages, and edits by ordinary users in the MediaWiki namespace
	 * or of other users' scripts. Off for tests that need such pages.
	 */
	strict: boolean;
}

/**
 * A fake of the Action API for the product's requests and administrators' actions. Titles must be normalized. Only
 * blocks and edit protection are checked, not rights. `test/world/world.contract.wiki.test.ts` compares it with a
 * real wiki and lists the differences.
 */
export class MemoryWiki {
	readonly state: MemoryState = {
		pages: [],
		archive: [],
		logs: [],
		accounts: [],
		globals: null,
		now: Date.UTC(2026, 0, 1),
		nextRevid: 1,
		version: '1.39',
		strict: false,
	};
	/** All requests, in order. */
	readonly requests: Params[] = [];

	addAccount(name: string, account: Partial<Omit<MemoryAccount, 'name' | 'id'>> = {}): MemoryAccount {
		const added: MemoryAccount = {
			id: this.state.accounts.length + 1,
			name,
			groups: [],
			editcount: 0,
			registration: '2020-01-01T00:00:00Z',
			emailable: true,
			rights: [],
			...account,
		};
		this.state.accounts.push(added);
		return added;
	}

	/** The port for this account. It follows the account when it is renamed. */
	as(name: string): Wiki {
		const account = this.state.accounts.find((candidate) => candidate.name === name);
		if (!account) throw new Error(`The fake wiki has no account ${name}.`);
		const respond = (params: Params, write: boolean): Promise<ApiResponse> => {
			this.requests.push(params);
			const action = String(params.action);
			try {
				if (!write && action === 'query') return Promise.resolve(handleQuery(this.state, account, params));
				if (write && action === 'edit') return Promise.resolve(handleEdit(this.state, account, params));
			} catch (error) {
				return Promise.reject(error instanceof Error ? error : new Error(String(error)));
			}
			return Promise.reject(new WikiError('badvalue', `The fake wiki does not know action=${action}.`));
		};
		return { query: (params) => respond(params, false), edit: (params) => respond(params, true) };
	}

	/** Reverts the last edits of one user. @returns the new revision @throws WikiError */
	rollBack(by: string, rollback: Rollback): number {
		return rollBackPage(this.state, by, rollback);
	}

	/** @throws WikiError */
	move(by: string, move: Move): void {
		movePage(this.state, by, move);
	}

	/** Sets the levels of the given actions, and unprotects the others. @throws WikiError */
	protect(by: string, protection: Protection): void {
		protectPage(this.state, by, protection);
	}

	/** @throws WikiError */
	delete(by: string, deletion: Deletion): void {
		deletePage(this.state, by, deletion);
	}

	/** @throws WikiError */
	restore(by: string, restoration: Restoration): void {
		restorePage(this.state, by, restoration);
	}

	/** Hides and shows text, summary and author of revisions of one page. @throws WikiError */
	hide(by: string, hiding: Hiding): void {
		hideRevisions(this.state, by, hiding);
	}

	/** @throws WikiError */
	merge(by: string, merge: Merge): void {
		mergeHistory(this.state, by, merge);
	}

	/** With `assignknownusers`: revisions of existing accounts are attributed to them. */
	import(by: string, pages: Import): void {
		importPage(this.state, by, pages);
	}

	/** Moves the user's pages too. @throws WikiError */
	rename(by: string, from: string, to: string): void {
		renameUser(this.state, by, from, to);
	}

	block(by: string, block: Block): void {
		blockUser(this.state, by, block);
	}
}
