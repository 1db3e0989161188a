import { EMPTY_LOG, readLog, type Log } from '../../shared/actions/readLog.ts';
import { findFirstOpening } from '../../shared/history/gatherSubmissions.ts';
import { readLogPage, type LogPage } from '../../shared/actions/readLogPage.ts';
import {
	readSentNotices,
	mergeSentNotices,
	parseBotEdit,
	type SentNotices,
} from '../../shared/notices/readSentNotices.ts';
import {
	comparePeople,
	removeInvalidRows,
	type PersonMismatch,
} from '../../shared/programme/comparePeople.ts';
import type { CurrentAccount } from '../../shared/wiki/readAccountsByName.ts';
import {
	PROGRAMME_PAGE,
	readProgrammeHistory,
	type ProgrammeHistory,
} from '../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { ApiResponse, Wiki } from '../../shared/wiki/wiki.ts';
import { readHistory, readRevisions } from '../../shared/wiki/readPages.ts';
import { type CycleCache, isCacheUsable, isCacheRecent } from './cache/cycleCache.ts';
import type { KnownAccounts } from '../plan/assessApplications.ts';
import { findAffected, type Affected, maySentNoticesDiffer } from './read/affected.ts';
import { gatherPages, type GatheredPages } from './read/gatherPages.ts';
import { pollWiki, type WikiChanges } from './read/pollWiki.ts';
import { unseenChanges, pollStart } from './read/recentChanges.ts';
import { loadProgramme, type ProgrammeProblems } from './read/loadProgramme.ts';
import { reportTitle } from '../render/renderReport.ts';
import type { Stage, ProgressListener } from './stageProgress.ts';
import { lookUpAccounts, freshFacts, NO_ACCOUNTS } from './read/lookUpAccounts.ts';

/** All wiki data of a cycle. */
export interface Snapshot {
	readonly ok: true;
	readonly wikiChanges: WikiChanges;
	/** The last cycle's cache, if valid. */
	readonly cache: CycleCache | null;
	readonly affected: Affected;
	/** The current programme, without the people whose rows are invalid. */
	readonly programme: Programme;
	readonly programmeHistory: ProgrammeHistory;
	readonly mismatches: readonly PersonMismatch[];
	readonly logPage: LogPage;
	readonly log: Log;
	readonly gathered: GatheredPages;
	readonly accounts: KnownAccounts;
	readonly sent: SentNotices;
	/** The texts of the team's messages by log revision, wikitext; null: unreadable. */
	readonly messageTexts: ReadonlyMap<number, string | null>;
}

type SnapshotResult = Snapshot | { readonly ok: false; readonly problems: ProgrammeProblems };

export interface SnapshotContext {
	/** The last cycle's cache; null: read everything. */
	readonly cache: CycleCache | null;
	/** The logged-in user name; the stop page and the report are in its user space. */
	readonly bot: string;
	/** Called with the progress, for display. */
	readonly onProgress?: ProgressListener;
}

/**
 * All reads of a cycle. The wiki is the only store: without a cache it takes more requests, with the same result.
 *
 * @throws WikiError if the wiki fails
 */
export async function readSnapshot(wiki: Wiki, context: SnapshotContext): Promise<SnapshotResult> {
	const { cache: previousCache, bot, onProgress } = context;
	const progressOf = (stage: Stage) => (done: number, total: number) => onProgress?.({ stage, done, total });
	const botPages = { bot, stop: `User:${bot}/Stop`, report: reportTitle(bot) };
	const since = previousCache ? pollStart(previousCache) : null;
	const wikiChanges = await pollWiki(wiki, botPages, since, ({ wikiId, now }) =>
		isCacheRecent(previousCache, wikiId, now),
	);
	const { site, programmePage } = wikiChanges;
	const programmeRevision = programmePage?.revision.revid ?? 0;
	const cache = isCacheUsable(previousCache, site.wikiId, programmeRevision, site.now) ? previousCache : null;
	const programmeHistory =
		cache?.programmeHistory ?? readProgrammeHistory(await readHistory(wiki, PROGRAMME_PAGE));
	if (!programmeHistory.inForce) return withoutProgramme(wikiChanges);
	const { programme: programmeAsWritten } = programmeHistory.inForce;

	const changes = cache ? unseenChanges(cache, wikiChanges.recentChanges ?? []) : [];
	const affected = findAffected(changes, programmeAsWritten, site, cache?.pages ?? []);
	const logPage = cache && !affected.isLogAffected ? cache.log : await readLogOf(wiki, programmeAsWritten);
	const reading = cache ? ('read-changes' as const) : ('read' as const);
	onProgress?.({ stage: reading, done: 0, total: cache ? changes.length : null });
	const countedWiki = withPageCount(wiki, (done) => onProgress?.({ stage: reading, done, total: null }));
	const gathered = await gatherPages(countedWiki, site, programmeAsWritten, logPage.imported, {
		cache,
		affected,
	});
	const traced = gathered.pages.flatMap(({ applications }) => applications);
	onProgress?.({ stage: 'check', done: 0, total: traced.length });
	const cachedAccounts =
		cache && !gathered.isComplete ? freshFacts(cache.accounts, affected, site.now) : NO_ACCOUNTS;
	const accounts = await lookUpAccounts(
		wiki,
		{ site, programme: programmeAsWritten, traced },
		cachedAccounts,
		progressOf('look-up'),
	);
	const mismatches = mismatchesIn(programmeHistory, accounts);
	const programme = removeInvalidRows(programmeAsWritten, mismatches);
	const log = parseLog(logPage, programme);
	return {
		ok: true,
		wikiChanges,
		cache,
		affected,
		programme,
		programmeHistory,
		mismatches,
		logPage,
		log,
		gathered,
		accounts,
		sent: await sentSoFar(wiki, programme, programmeHistory.formerBots, {
			news: wikiChanges,
			known: cache,
			accounts,
		}),
		messageTexts: await readMessageTexts(wiki, log, site.batchSize, cache?.messageTexts),
	};
}

function readLogOf(wiki: Wiki, programme: Programme): Promise<LogPage> {
	return readLogPage(wiki, programme.log.id, findFirstOpening(programme));
}

function mismatchesIn({ rows }: ProgrammeHistory, accounts: KnownAccounts): readonly PersonMismatch[] {
	return comparePeople(rows, currentAccounts(accounts), accountsByName(accounts));
}

function withoutProgramme({ programmePage }: WikiChanges): SnapshotResult {
	const loaded = loadProgramme(programmePage);
	return { ok: false, problems: loaded.ok ? 'missing' : loaded.problems };
}

function parseLog({ page, history }: LogPage, programme: Programme): Log {
	if (!page) return EMPTY_LOG;
	return readLog(
		history,
		programme,
		programme.courses.map(({ id }) => id),
	);
}

function currentAccounts({ local }: KnownAccounts): ReadonlyMap<number, CurrentAccount> {
	return new Map(
		Array.from(local.values(), ({ id, name, fact }) => [
			id,
			{ name, registered: fact.known ? fact.value.registered : null },
		]),
	);
}

function accountsByName({ names }: KnownAccounts) {
	return new Map(Array.from(names).flatMap(([name, account]) => (account ? [[name, account]] : [])));
}

/**
 * All notices sent by the programme's bots: from their contributions, or from the cache and the changes since. The
 * result does not depend on the account that runs this.
 */
async function sentSoFar(
	wiki: Wiki,
	{ bot }: Programme,
	formerBots: readonly number[],
	{
		news: wikiChanges,
		known: cache,
		accounts,
	}: { readonly news: WikiChanges; readonly known: CycleCache | null; readonly accounts: KnownAccounts },
): Promise<SentNotices> {
	const changes = wikiChanges.recentChanges ?? [];
	const names = new Set(Array.from(accounts.local.values(), ({ name }) => name));
	if (cache && !maySentNoticesDiffer(unseenChanges(cache, changes), cache.sent, wikiChanges.site, names)) {
		const ownChanges = changes.filter(
			({ userid, log, minor }) => userid === bot.id && log === null && !minor,
		);
		// Recent changes have the edits' timestamps, but the titles of that time.
		const titles = new Map(cache.sent.sent.map(({ revid, title }) => [revid, title]));
		const { sent, hidden } = mergeSentNotices(cache.sent, ...ownChanges.map(parseBotEdit));
		return {
			sent: sent.map((notice) => ({ ...notice, title: titles.get(notice.revid) ?? notice.title })),
			hidden,
		};
	}
	const isListed = wikiChanges.sent && bot.id === wikiChanges.site.user.id && formerBots.length === 0;
	return isListed ? wikiChanges.sent : readSentNotices(wiki, { ids: [bot.id, ...formerBots] }, null);
}

/**
 * The team's texts in the revisions that the log names. Revisions are immutable: only those not in the cache are
 * read, and hidden ones are retried with the next full read.
 */
async function readMessageTexts(
	wiki: Wiki,
	{ actions }: Log,
	batch: number,
	cachedTexts: ReadonlyMap<number, string | null> = new Map(),
): Promise<ReadonlyMap<number, string | null>> {
	const messages = actions.flatMap(({ action, revid }) =>
		action.kind === 'write' ? [{ revid, page: action.page, revision: action.revision }] : [],
	);
	const unread = messages.filter(({ revid }) => !cachedTexts.has(revid));
	const revisions = await readRevisions(
		wiki,
		Array.from(new Set(unread.map(({ revision }) => revision))),
		batch,
	);
	return new Map(
		messages.map(({ revid, page, revision }) => {
			const content = revisions.get(revision);
			return [revid, cachedTexts.get(revid) ?? (content?.pageid === page ? content.text : null)];
		}),
	);
}

function countPagesIn({ query }: ApiResponse): number {
	if (typeof query !== 'object' || query === null || !('pages' in query)) return 0;
	return Array.isArray(query.pages) ? query.pages.length : 0;
}

/** A port that counts the pages in responses: the only measure of progress while reading. */
function withPageCount(wiki: Wiki, onCount: (pages: number) => void): Wiki {
	let pages = 0;
	return {
		query: async (params) => {
			const response = await wiki.query(params);
			const found = countPagesIn(response);
			pages += found;
			if (found > 0) onCount(pages);
			return response;
		},
		edit: (params) => wiki.edit(params),
	};
}
