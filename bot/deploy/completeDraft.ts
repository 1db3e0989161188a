import { describeProgrammeProblem } from '../../shared/programme/programmeProblem.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import { readProgramme } from '../../shared/programme/readProgramme.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readCurrentAccounts, readAccountsByName } from '../../shared/wiki/readAccountsByName.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import {
	accountKey,
	fillDraft,
	logNamedIn,
	accountsNamedIn,
	type DraftValues,
	type KnownAccount,
	type NamedAccount,
} from './draft.ts';
import { readPageInfo, type PageInfo } from './readPageInfo.ts';

export type CompletedDraft =
	| {
			readonly ok: true;
			/** The programme page's text; until the log has a page id, with a placeholder. */
			readonly text: string;
			/** Until the log has a page id, with a made-up one. */
			readonly programme: Programme;
			/** Inserts the log's id, if the log is to be created first; null: it exists. */
			readonly withLog: ((id: number) => string) | null;
	  }
	| { readonly ok: false; readonly problems: readonly string[] };

/** The placeholder for the id of a log that is not created yet. */
const LOG_ID_PLACEHOLDER = 'filled in once the page is created';

/**
 * Looks up everything that a draft omits.
 *
 * @param draft a draft accepted by `readDraft`
 * @returns all problems at once, if it does not fit the wiki
 * @throws WikiError
 */
export async function completeDraft(
	wiki: Wiki,
	draft: unknown,
	{ now, batchSize }: Pick<Site, 'now' | 'batchSize'>,
): Promise<CompletedDraft> {
	const present = readProgrammeHistory(await readHistory(wiki, PROGRAMME_PAGE)).inForce?.programme ?? null;
	const named = accountsNamedIn(draft);
	const accountsByName = await readAccountsByName(
		wiki,
		[...new Set(named.map(({ name }) => name))],
		batchSize,
	);
	const accounts = new Map([...accountsByName].map(([name, { id }]) => [accountKey(name), { name, id }]));
	const ids = named.flatMap(({ id }) => (id === null ? [] : [id]));
	const log = await readLogId(wiki, draft, present);
	const problems = [
		...accountProblems(named, accounts, await readCurrentAccounts(wiki, [...new Set(ids)], batchSize)),
		...(log.problem === null ? [] : [log.problem]),
	];
	if (problems.length > 0) return { ok: false, problems };
	return complete(draft, { accounts, logId: log.id ?? LOG_ID_PLACEHOLDER, from: now, present });
}

/** The log's page id; null: to be created. */
async function readLogId(
	wiki: Wiki,
	draft: unknown,
	present: Programme | null,
): Promise<{ readonly id: number | null; readonly problem: string | null }> {
	const named = logNamedIn(draft);
	// The page id survives moves. Another page at the title is not the log.
	const currentId = present?.log.page === named.page ? present.log.id : null;
	const id = named.id ?? currentId;
	const page = await readPageInfo(wiki, id === null ? { titles: named.page } : { pageids: id });
	return { id: id ?? page?.pageid ?? null, problem: logProblem(named.page, id, id === currentId, page) };
}

function complete(draft: unknown, known: DraftValues): CompletedDraft {
	const textWith = (log: number | string): string =>
		JSON.stringify(fillDraft(draft, { ...known, logId: log }), null, '\t');
	const read = readProgramme(textWith(typeof known.logId === 'string' ? 1 : known.logId));
	if (!read.ok) return { ok: false, problems: read.problems.map(describeProgrammeProblem) };
	return {
		ok: true,
		text: textWith(known.logId),
		programme: read.programme,
		withLog: typeof known.logId === 'string' ? textWith : null,
	};
}

/**
 * Mismatches between the accounts in a draft and on the wiki, as messages.
 *
 * @param accounts by {@link accountKey}
 * @param byId the accounts with the ids in the draft
 */
export function accountProblems(
	named: readonly NamedAccount[],
	accounts: ReadonlyMap<string, KnownAccount>,
	byId: ReadonlyMap<number, { readonly name: string }>,
): readonly string[] {
	const missing = named.filter(({ name, id }) => !accounts.has(accountKey(name)) && !byId.has(id ?? 0));
	const unknown = [...new Set(missing.map(({ name }) => name))];
	const mismatches = named.flatMap(({ path, name, id }) => {
		if (id === null) return [];
		const account = accounts.get(accountKey(name));
		const nameOfId = byId.get(id)?.name;
		if (account?.id === id || (!account && nameOfId === undefined)) return [];
		const idText =
			nameOfId === undefined ? 'No account has that id' : `The account with that id is called ${nameOfId}`;
		const nameText = account
			? `${account.name} has the user id ${account.id}`
			: `There is no account ${name}`;
		return [`${path}: the file gives ${name} the user id ${id}. ${idText}. ${nameText}.`];
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
 * @param id the log's id, from the file or the wiki; null if unknown
 * @param isCurrent whether the wiki's programme page has this id, so that the page may have been moved since
 * @param page the page with the id, or without an id, the page with the title
 */
export function logProblem(
	title: string,
	id: number | null,
	isCurrent: boolean,
	page: PageInfo | null,
): string | null {
	if (id !== null && !page)
		return `log: no page has the id ${id}. If it was deleted, restore it; without it no decision counts.`;
	if (!page) return null;
	if (id !== null && !isCurrent && page.title !== title)
		return `log: the file gives ${title} the page id ${id}, but the page with that id is ${page.title}.`;
	if (id !== null) return null;
	if (page.redirect) return `log: ${title} is a redirect. Name another page, or delete the redirect.`;
	return page.contentmodel === 'wikitext'
		? null
		: `log: ${title} has the content model ${page.contentmodel}; wikitext is needed. Name another page.`;
}
