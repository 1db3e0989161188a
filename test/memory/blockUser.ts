import { addLogEntry } from './addLogEntry.ts';
import type { MemoryState } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import { advanceClock } from './revisions.ts';

export interface Block {
	readonly user: string;
	readonly reason?: string;
}

/** A sitewide block without expiry, of edits and account creation. */
export function blockUser(state: MemoryState, by: string, { user, reason = '' }: Block): void {
	const account = state.accounts.find(({ name }) => name === user);
	if (!account) throw createApiError('nosuchuser', `There is no user by the name "${user}".`);
	advanceClock(state);
	account.block = { partial: false, expiry: 'infinity', reason };
	const title = `User:${user}`;
	const pageid = state.pages.find((page) => page.title === title)?.pageid ?? 0;
	const params = { duration: 'infinity', flags: ['nocreate', 'noautoblock', 'nousertalk'], sitewide: true };
	addLogEntry(state, { kind: 'block/block', user: by, title, pageid, comment: reason, params });
}
