import { completeDraft } from '../bot/deploy/completeDraft.ts';
import { accountKey, fillDraft, readDraft } from '../bot/deploy/draft.ts';
import { logPage } from '../bot/deploy/ownPages.ts';
import { readPageInfo } from '../bot/deploy/readPageInfo.ts';
import { describeProgrammeProblem } from '../shared/programme/programmeProblem.ts';
import { readProgramme } from '../shared/programme/readProgramme.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Wiki } from '../shared/wiki/wiki.ts';
import { readSite } from '../shared/wiki/readSite.ts';
import { savePage } from '../shared/wiki/savePage.ts';

/** Before anything that a test does. */
const LONG_AGO = '2000-01-01T00:00:00Z';

/**
 * A programme of a draft, with known ids in it.
 *
 * @param ids user ids by name
 * @param from since when people without `from` count
 */
export function fillInIds(
	draft: unknown,
	ids: ReadonlyMap<string, number>,
	logId: number,
	from = LONG_AGO,
): Programme {
	const accounts = new Map([...ids].map(([name, id]) => [accountKey(name), { name, id }]));
	return parseProgramme(fillDraft(draft, { accounts, logId, from, present: null }));
}

/** A programme of a draft, with ids that are made up: for what no wiki is asked about. */
export function fillInPlaceholderIds(draft: unknown): Programme {
	const read = readDraft(draft);
	if (!read.ok) throw new Error(read.problems.map(describeProgrammeProblem).join('\n'));
	return read.programme;
}

/**
 * A programme of a draft as `deploy` completes it on a wiki, whose log it creates.
 *
 * @param from since when people without `from` count
 */
export async function completeProgrammeOn(wiki: Wiki, draft: unknown, from = LONG_AGO): Promise<Programme> {
	const site = await readSite(wiki);
	const completed = await completeDraft(wiki, draft, { ...site, now: from });
	if (!completed.ok) throw new Error(completed.problems.join('\n'));
	if (!completed.withLog) return completed.programme;
	const { title, text } = logPage(completed.programme);
	await savePage(wiki, { title, text, summary: 'The log', baseRevision: 'new' });
	const page = await readPageInfo(wiki, { titles: title });
	return parseProgramme(completed.withLog(page?.pageid ?? 0));
}

/** What `deploy` fills in again: for a programme whose ids are made up. */
export function stripIds({ bot, log, reviewers, team, ...programme }: Programme): unknown {
	const keepNames = (people: readonly { readonly name: string }[]) => people.map(({ name }) => ({ name }));
	return {
		...programme,
		bot: { name: bot.name },
		reviewers: keepNames(reviewers),
		...(team && { team: keepNames(team) }),
		log: { page: log.page },
	};
}

function parseProgramme(programme: unknown): Programme {
	const read = readProgramme(programme);
	if (!read.ok) throw new Error(read.problems.map(describeProgrammeProblem).join('\n'));
	return read.programme;
}
