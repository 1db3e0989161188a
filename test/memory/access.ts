import type { MemoryAccount, MemoryPage, MemoryState, ProtectedAction } from './memoryWiki.ts';
import { refused } from './refused.ts';
import { modelOf, newestOf } from './revisions.ts';
import { namespaceOf, withoutNamespace } from './titles.ts';

const PRIVILEGED = ['sysop', 'wikilearn-test-admin'];

/** Blocks and protection, as far as the fake knows them. @throws WikiError */
export function checkAccess(
	state: MemoryState,
	name: string,
	page: Pick<MemoryPage, 'title' | 'protection' | 'revisions'>,
	actions: readonly ProtectedAction[],
): void {
	const account = state.accounts.find((one) => one.name === name);
	if (!account) return;
	if (account.block && !account.block.partial)
		throw refused('blocked', 'You have been blocked from editing.');
	const isPrivileged = account.groups.some(({ group }) => PRIVILEGED.includes(group));
	if (state.strict && !isPrivileged) checkNamespace(account, page);
	for (const action of actions) {
		const level = page.protection?.[action];
		const needed = level === 'sysop' ? 'editprotected' : 'editsemiprotected';
		if (level !== undefined && !isPrivileged && !account.rights.includes(needed))
			throw refused('protectedpage', 'This page has been protected to prevent editing or other actions.');
	}
}

/** The interface, and people's own scripts. */
function checkNamespace(
	{ name, rights }: MemoryAccount,
	page: Pick<MemoryPage, 'title' | 'revisions'>,
): void {
	const { title } = page;
	const ns = namespaceOf(title);
	// A page that was moved here keeps its own.
	const model = modelOf(page, newestOf(page));
	if (ns === 8 && !rights.includes('editinterface'))
		throw refused('protectednamespace-interface', 'This page provides interface text for the software.');
	const isOwn = withoutNamespace(title).startsWith(`${name}/`);
	const isScript = ['json', 'css', 'javascript'].includes(model) && title.includes('/');
	if (ns === 2 && isScript && !isOwn && !rights.includes('edituserjson'))
		throw refused(`custom${model === 'javascript' ? 'js' : model}protected`, 'It is someone else’s.');
}
