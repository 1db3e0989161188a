import { refused } from './refused.ts';
import type { MemoryAccount, MemoryPage } from './memoryWiki.ts';

const PRIVILEGED = ['sysop', 'wikilearn-test-admin'];

/** Blocks and protection, as far as the fake knows them. @throws WikiError */
export function checkAccess(account: MemoryAccount, page: MemoryPage | undefined, action: 'edit' | 'move') {
	if (account.block && !account.block.partial)
		throw refused('blocked', 'You have been blocked from editing.');
	const level = page?.protection?.[action];
	if (level === undefined) return;
	const needed = level === 'sysop' ? 'editprotected' : 'editsemiprotected';
	const isAllowed =
		account.rights.includes(needed) || account.groups.some(({ group }) => PRIVILEGED.includes(group));
	if (!isAllowed)
		throw refused('protectedpage', 'This page has been protected to prevent editing or other actions.');
}
