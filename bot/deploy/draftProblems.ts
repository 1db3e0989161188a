import { accountKey, type KnownAccount, type NamedInDraft } from './draft.ts';
import type { PageInfo } from './readPageInfo.ts';

/**
 * What does not fit between the accounts that a draft names and those on the wiki, for a person.
 *
 * @param accounts by {@link accountKey}
 * @param byId the accounts with the ids that the draft gives
 */
export function accountProblems(
	named: readonly NamedInDraft[],
	accounts: ReadonlyMap<string, KnownAccount>,
	byId: ReadonlyMap<number, { readonly name: string }>,
): readonly string[] {
	const missing = named.filter(({ name, id }) => !accounts.has(accountKey(name)) && !byId.has(id ?? 0));
	const unknown = [...new Set(missing.map(({ name }) => name))];
	const mismatches = named.flatMap(({ path, name, id }) => {
		if (id === null) return [];
		const account = accounts.get(accountKey(name));
		const called = byId.get(id)?.name;
		if (account?.id === id || (!account && called === undefined)) return [];
		const holder =
			called === undefined ? 'No account has that id' : `The account with that id is called ${called}`;
		const has = account ? `${account.name} has the user id ${account.id}` : `There is no account ${name}`;
		return [`${path}: the file gives ${name} the user id ${id}. ${holder}. ${has}.`];
	});
	return [
		...(unknown.length === 0
			? []
			: [
					`No such account on this wiki: ${unknown.join(', ')}. Correct the names in the file, or create the accounts first.`,
				]),
		...mismatches,
	];
}

/**
 * Why a page cannot be the log, or null.
 *
 * @param id the log's, as file or wiki have it; null: neither knows one
 * @param isInForce whether the programme page on the wiki has this id, so that the page may have been moved since
 * @param page the one with the id; without an id, the one with the title
 */
export function logProblem(
	title: string,
	id: number | null,
	isInForce: boolean,
	page: PageInfo | null,
): string | null {
	if (id !== null && !page)
		return `log: no page has the id ${id}. If it was deleted, restore it; without it no decision counts.`;
	if (!page) return null;
	if (id !== null && !isInForce && page.title !== title)
		return `log: the file gives ${title} the page id ${id}, but the page with that id is ${page.title}.`;
	if (id !== null) return null;
	if (page.redirect) return `log: ${title} is a redirect. Name another page, or delete the redirect.`;
	return page.contentmodel === 'wikitext'
		? null
		: `log: ${title} has the content model ${page.contentmodel}; wikitext is needed. Name another page.`;
}
