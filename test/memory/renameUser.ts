import { addLogEntry } from './addLogEntry.ts';
import type { MemoryState } from './memoryWiki.ts';
import { movePage } from './movePage.ts';
import { createApiError } from './createApiError.ts';
import { advanceClock } from './revisions.ts';

/** Like Special:RenameUser: the account keeps its id, its edits show the new name, its pages are moved. */
export function renameUser(state: MemoryState, by: string, from: string, to: string): void {
	const account = state.accounts.find(({ name }) => name === from);
	if (!account) throw createApiError('nosuchuser', `There is no user by the name "${from}".`);
	if (state.accounts.some(({ name }) => name === to))
		throw createApiError('userexists', 'The name is taken.');
	advanceClock(state);
	account.name = to;
	const revisions = [
		...state.pages.flatMap((page) => page.revisions),
		...state.archive.map(({ revision }) => revision),
	];
	for (const entry of [...revisions, ...state.logs]) if (entry.user === from) entry.user = to;
	for (const log of state.logs) {
		const isAbout = log.title === `User:${from}` && ['block', 'rights', 'newusers'].includes(log.logtype);
		if (isAbout) log.title = `User:${to}`;
	}
	const user = by === from ? to : by;
	const page = state.pages.find(({ title }) => title === `User:${from}`);
	addLogEntry(state, {
		kind: 'renameuser/renameuser',
		user,
		title: `User:${from}`,
		pageid: page?.pageid ?? 0,
		comment: 'test',
		params: { olduser: from, newuser: to, edits: account.editcount },
	});
	movePages(state, user, from, to);
}

function movePages(state: MemoryState, by: string, from: string, to: string): void {
	const reason = `Automatically moved page while renaming the user "[[User:${from}|${from}]]" to "[[User:${to}|${to}]]"`;
	for (const title of userPages(state, from)) {
		const target = title.replace(`:${from}`, () => `:${to}`);
		if (!state.pages.some((page) => page.title === target))
			movePage(state, by, { from: title, to: target, reason });
	}
}

/** The user page, user talk page and their subpages, sorted by title. */
function userPages(state: MemoryState, name: string): readonly string[] {
	return state.pages
		.map(({ title }) => title)
		.filter((title) =>
			['User', 'User talk'].some(
				(space) => title === `${space}:${name}` || title.startsWith(`${space}:${name}/`),
			),
		)
		.sort();
}
