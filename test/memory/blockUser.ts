import { addLog } from './addLog.ts';
import type { MemoryState } from './memoryWiki.ts';
import { refused } from './refused.ts';
import { tick } from './revisions.ts';

export interface Block {
	readonly user: string;
	readonly reason?: string;
}

/** A sitewide block without an end, of edits and account creation. */
export function blockUser(state: MemoryState, by: string, { user, reason = '' }: Block): void {
	const account = state.accounts.find(({ name }) => name === user);
	if (!account) throw refused('nosuchuser', `There is no user by the name "${user}".`);
	tick(state);
	account.block = { partial: false, expiry: 'infinity', reason };
	const title = `User:${user}`;
	const pageid = state.pages.find((page) => page.title === title)?.pageid ?? 0;
	const params = { duration: 'infinity', flags: ['nocreate', 'noautoblock', 'nousertalk'], sitewide: true };
	addLog(state, { kind: 'block/block', user: by, title, pageid, comment: reason, params });
}
