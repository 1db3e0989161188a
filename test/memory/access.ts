import type { MemoryPage, MemoryState, ProtectedAction } from './memoryWiki.ts';
import { refused } from './refused.ts';

const PRIVILEGED = ['sysop', 'wikilearn-test-admin'];

/** Blocks and protection, as far as the fake knows them. @throws WikiError */
export function checkAccess(
	state: MemoryState,
	name: string,
	page: MemoryPage | undefined,
	actions: readonly ProtectedAction[],
): void {
	const account = state.accounts.find((one) => one.name === name);
	if (!account) return;
	if (account.block && !account.block.partial)
		throw refused('blocked', 'You have been blocked from editing.');
	const isPrivileged = account.groups.some(({ group }) => PRIVILEGED.includes(group));
	for (const action of actions) {
		const level = page?.protection?.[action];
		const needed = level === 'sysop' ? 'editprotected' : 'editsemiprotected';
		if (level !== undefined && !isPrivileged && !account.rights.includes(needed))
			throw refused('protectedpage', 'This page has been protected to prevent editing or other actions.');
	}
}
