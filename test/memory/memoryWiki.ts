import type { Answer, Params, Wiki } from '../../shared/wiki.ts';
import { WikiError } from '../../shared/wiki.ts';
import { answerEdit } from './answerEdit.ts';
import { answerQuery } from './answerQuery.ts';

export interface MemoryRevision {
	revid: number;
	parentid: number;
	timestamp: string;
	user: string;
	text: string;
	comment?: string;
	userHidden?: boolean;
	textHidden?: boolean;
}
export interface MemoryPage {
	pageid: number;
	title: string;
	revisions: MemoryRevision[];
}
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

/** A log entry among the recent changes; its `rcid` is one of the `nextRevid`s. */
export interface MemoryLog {
	rcid: number;
	logtype: string;
	title: string;
	user: string;
	timestamp: string;
}

/** What the fake wiki holds. Tests change it directly where the API has no request for it. */
export interface MemoryState {
	pages: MemoryPage[];
	logs: MemoryLog[];
	accounts: MemoryAccount[];
	/** `meta=globaluserinfo` by user name; null: no CentralAuth. */
	globals: ReadonlyMap<string, unknown> | null;
	/** The wiki's clock, milliseconds. Each edit moves it on by a second. */
	now: number;
	nextRevid: number;
}

/** A fake of the Action API for the requests that the product makes. The contract tests hold it to the real one. */
export class MemoryWiki {
	readonly state: MemoryState = {
		pages: [],
		logs: [],
		accounts: [],
		globals: null,
		now: Date.UTC(2026, 0, 1),
		nextRevid: 1,
	};
	/** Every request that came, in order. */
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

	/** The port, as this account sees it. */
	as(name: string): Wiki {
		const account = this.state.accounts.find((one) => one.name === name);
		if (!account) throw new Error(`The fake wiki has no account ${name}.`);
		const answer = (params: Params, write: boolean): Promise<Answer> => {
			this.requests.push(params);
			const action = String(params.action);
			try {
				if (!write && action === 'query') return Promise.resolve(answerQuery(this.state, account, params));
				if (write && action === 'edit') return Promise.resolve(answerEdit(this.state, account, params));
			} catch (error) {
				return Promise.reject(error instanceof Error ? error : new Error(String(error)));
			}
			return Promise.reject(new WikiError('badvalue', `The fake wiki does not know action=${action}.`));
		};
		return { ask: (params) => answer(params, false), act: (params) => answer(params, true) };
	}
}
