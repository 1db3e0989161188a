import type { MemoryAccount, MemoryPage, MemoryState, ProtectedAction } from './memoryWiki.ts';
import { createApiError } from './createApiError.ts';
import { modelOf, newestOf } from './revisions.ts';
import { namespaceOf, withoutNamespace } from './titles.ts';

const PRIVILEGED = ['sysop', 'wikilearn-test-admin'];

/** Checks blocks and protection. @throws WikiError */
export function checkAccess(
	state: MemoryState,
	name: string,
	page: Pick<MemoryPage, 'title' | 'protection' | 'revisions'>,
	actions: readonly ProtectedAction[],
): void {
	const account = state.accounts.find((candidate) => candidate.name === name);
	if (!account) return;
	if (account.block && !account.block.partial)
		throw createApiError('blocked', 'You have been blocked from editing.');
	const isPrivileged = account.groups.some(({ group }) => PRIVILEGED.includes(group));
	if (state.strict && !isPrivileged) checkNamespace(account, page.title, modelOf(page, newestOf(page)));
	for (const action of actions) {
		const level = page.protection?.[action];
		const needed = level === 'sysop' ? 'editprotected' : 'editsemiprotected';
		if (level !== undefined && !isPrivileged && !account.rights.includes(needed))
			throw createApiError(
				'protectedpage',
				'This page has been protected to prevent editing or other actions.',
			);
	}
}

/** Checks a change of content model against the new model's restrictions. @throws WikiError */
export function checkModelChange(
	state: MemoryState,
	account: MemoryAccount,
	title: string,
	model: string,
): void {
	const isPrivileged = account.groups.some(({ group }) => PRIVILEGED.includes(group));
	if (!state.strict || isPrivileged) return;
	try {
		checkNamespace(account, title, model);
	} catch {
		throw createApiError(
			'cantchangecontentmodel',
			"You don't have permission to change the content model of a page.",
		);
	}
}

/** The interface and user scripts are restricted. */
function checkNamespace({ name, rights }: MemoryAccount, title: string, model: string): void {
	const ns = namespaceOf(title);
	if (ns === 8 && !rights.includes('editinterface'))
		throw createApiError(
			'protectednamespace-interface',
			'This page provides interface text for the software.',
		);
	const isOwn = withoutNamespace(title).startsWith(`${name}/`);
	const isScript = ['json', 'css', 'javascript'].includes(model) && title.includes('/');
	if (ns === 2 && isScript && !isOwn && !rights.includes('edituserjson'))
		throw createApiError(`custom${model === 'javascript' ? 'js' : model}protected`, 'It is someone else’s.');
}
