import { describeProblem } from '../../shared/programme/problem.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import { readProgramme } from '../../shared/programme/readProgramme.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readAccountsNow, readNames } from '../../shared/wiki/readNames.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import {
	accountKey,
	fillIn,
	logIn,
	namedIn,
	type Known,
	type KnownAccount,
	type NamedInDraft,
} from './draft.ts';
import { readPageInfo, type PageInfo } from './readPageInfo.ts';

export type CompletedDraft =
	| {
			readonly ok: true;
			/** As it goes onto the programme page. While the log has no page id, a text stands in its place. */
			readonly text: string;
			/** While the log has no page id, that is made up. */
			readonly programme: Programme;
			/** The text with the log's id, where that is to be created first; null: it is there. */
			readonly withLog: ((id: number) => string) | null;
	  }
	| { readonly ok: false; readonly problems: readonly string[] };

/** What stands for the id of a log that has not been created. */
const NOT_YET = 'filled in once the page is created';

/**
 * Looks up everything that a draft leaves out.
 *
 * @param draft one that `readDraft` found nothing wrong with
 * @returns problems, all at once, where it does not fit the wiki
 * @throws WikiError
 */
export async function completeDraft(
	wiki: Wiki,
	draft: unknown,
	{ now, batch }: Pick<Site, 'now' | 'batch'>,
): Promise<CompletedDraft> {
	const present = readProgrammeHistory(await readHistory(wiki, PROGRAMME_PAGE)).inForce?.programme ?? null;
	const named = namedIn(draft);
	const found = await readNames(wiki, [...new Set(named.map(({ name }) => name))], batch);
	const accounts = new Map([...found].map(([name, { id }]) => [accountKey(name), { name, id }]));
	const ids = named.flatMap(({ id }) => (id === null ? [] : [id]));
	const log = await readLog(wiki, draft, present);
	const problems = [
		...accountProblems(named, accounts, await readAccountsNow(wiki, [...new Set(ids)], batch)),
		...(log.problem === null ? [] : [log.problem]),
	];
	if (problems.length > 0) return { ok: false, problems };
	return complete(draft, { accounts, log: log.id ?? NOT_YET, from: now, present });
}

/** The log's page id; null: it is to be created. */
async function readLog(
	wiki: Wiki,
	draft: unknown,
	present: Programme | null,
): Promise<{ readonly id: number | null; readonly problem: string | null }> {
	const given = logIn(draft);
	// Its id stays when it is moved. Another page at its title is not the log.
	const kept = present?.log.page === given.page ? present.log.id : null;
	const id = given.id ?? kept;
	const page = await readPageInfo(wiki, id === null ? { titles: given.page } : { pageids: id });
	return { id: id ?? page?.pageid ?? null, problem: logProblem(given.page, id, id === kept, page) };
}

function complete(draft: unknown, known: Known): CompletedDraft {
	const textWith = (log: number | string): string =>
		JSON.stringify(fillIn(draft, { ...known, log }), null, '\t');
	const read = readProgramme(textWith(typeof known.log === 'string' ? 1 : known.log));
	if (!read.ok) return { ok: false, problems: read.problems.map(describeProblem) };
	return {
		ok: true,
		text: textWith(known.log),
		programme: read.programme,
		withLog: typeof known.log === 'string' ? textWith : null,
	};
}

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
