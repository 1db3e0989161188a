import { describeProblem } from '../../shared/programme/problem.ts';
import { readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import { readProgramme } from '../../shared/programme/readProgramme.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readAccountsNow, readNames } from '../../shared/wiki/readNames.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import { PROGRAMME_PAGE } from '../programme/programmePage.ts';
import { accountKey, fillIn, logIn, namedIn, type Known } from './draft.ts';
import { accountProblems, logProblem } from './draftProblems.ts';
import { readPageInfo } from './readPageInfo.ts';

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
