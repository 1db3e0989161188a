import { EMPTY_LOG, readLog, type Log } from '../../shared/actions/readLog.ts';
import { firstOpening } from '../../shared/history/gatherSubmissions.ts';
import { readLogPage, type LogPage } from '../../shared/actions/readLogPage.ts';
import { readSent, joinSent, sentBy, type SentNotices } from '../../shared/notices/readSent.ts';
import {
	comparePeople,
	withoutInvalidRows,
	type PersonMismatch,
} from '../../shared/programme/comparePeople.ts';
import type { AccountNow } from '../../shared/wiki/readNames.ts';
import {
	PROGRAMME_PAGE,
	readProgrammeHistory,
	type ProgrammeHistory,
} from '../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readHistory, readRevisions } from '../../shared/wiki/readPages.ts';
import type { CycleCache } from './cache/cycleCache.ts';
import type { KnownAccounts } from '../plan/accountFacts.ts';
import { isRecent, isUsable } from './cache/isUsable.ts';
import { affectedBy, type Affected } from './read/affected.ts';
import { gatherPages, type GatheredPages } from './read/gatherPages.ts';
import { readNews, type News } from './read/pollWiki.ts';
import { overlapStart, unseen } from './read/unseenChanges.ts';
import { loadProgramme, type ProgrammeProblems } from './read/loadProgramme.ts';
import { reportTitle } from '../render/renderReportPage.ts';
import type { Stage, TellProgress } from './stageProgress.ts';
import { lookUp } from './read/lookUpAccounts.ts';
import { NOTHING_KNOWN, stillGood } from './read/freshFacts.ts';
import { countingPages } from './read/countingPages.ts';
import { mayTellOtherwise } from './read/mayTellOtherwise.ts';

/** Everything that a cycle knows of the wiki. */
export interface Snapshot {
	readonly ok: true;
	readonly news: News;
	/** What the last cycle handed on, where it can be built upon. */
	readonly known: CycleCache | null;
	readonly affected: Affected;
	/** Without the people whose rows do not count. */
	readonly programme: Programme;
	readonly programmeHistory: ProgrammeHistory;
	readonly mismatches: readonly PersonMismatch[];
	readonly logPage: LogPage;
	readonly log: Log;
	readonly gathered: GatheredPages;
	readonly accounts: KnownAccounts;
	readonly sent: SentNotices;
	/** The texts of the team's messages by log revision, wikitext; null: it cannot be read. */
	readonly texts: ReadonlyMap<number, string | null>;
}

export type ReadSnapshot = Snapshot | { readonly ok: false; readonly problems: ProgrammeProblems };

export interface SnapshotContext {
	/** What the last cycle handed on, or null: read everything. */
	readonly bookmark: CycleCache | null;
	/** The user name that is logged in, whose pages tell it to stop and hold its report. */
	readonly bot: string;
	/** Told how far it is, for people who watch. */
	readonly tell?: TellProgress;
}

/**
 * Every read of a cycle. The wiki is the only store: without a bookmark it takes more requests and comes to the same result.
 *
 * @throws WikiError where the wiki cannot be talked to
 */
export async function readSnapshot(wiki: Wiki, context: SnapshotContext): Promise<ReadSnapshot> {
	const { bookmark, bot, tell } = context;
	const tellOf = (stage: Stage) => (done: number, of: number) => tell?.({ stage, done, of });
	const own = { bot, stop: `User:${bot}/Stop`, report: reportTitle(bot) };
	const since = bookmark ? overlapStart(bookmark) : null;
	const news = await readNews(wiki, own, since, ({ wikiId, now }) => isRecent(bookmark, wikiId, now));
	const { site, programmePage } = news;
	const newest = programmePage?.revision.revid ?? 0;
	const known = isUsable(bookmark, site.wikiId, newest, site.now) ? bookmark : null;
	const programmeHistory =
		known?.programmeHistory ?? readProgrammeHistory(await readHistory(wiki, PROGRAMME_PAGE));
	if (!programmeHistory.inForce) return unusable(news);
	const { programme: named } = programmeHistory.inForce;

	const changes = known ? unseen(known, news.changes ?? []) : [];
	const affected = affectedBy(changes, named, site, known?.pages ?? []);
	const logPage =
		known && !affected.log ? known.log : await readLogPage(wiki, named.log.id, firstOpening(named));
	const reading = known ? ('read-changes' as const) : ('read' as const);
	tell?.({ stage: reading, done: 0, of: known ? changes.length : null });
	const counting = countingPages(wiki, (done) => tell?.({ stage: reading, done, of: null }));
	const gathered = await gatherPages(counting, site, named, logPage.imported, { bookmark: known, affected });
	const traced = gathered.pages.flatMap(({ applications }) => applications);
	tell?.({ stage: 'check', done: 0, of: traced.length });
	const remembered = known && !gathered.full ? stillGood(known.accounts, affected, site.now) : NOTHING_KNOWN;
	const accounts = await lookUp(wiki, { site, programme: named, traced }, remembered, tellOf('look-up'));
	const mismatches = comparePeople(programmeHistory.rows, accountsNow(accounts), knownNames(accounts));
	const programme = withoutInvalidRows(named, mismatches);
	const log = readLogOf(logPage, programme);
	return {
		ok: true,
		news,
		known,
		affected,
		programme,
		programmeHistory,
		mismatches,
		logPage,
		log,
		gathered,
		accounts,
		sent: await sentSoFar(wiki, programme, programmeHistory.formerBots, { news, known, accounts }),
		texts: await readMessageTexts(wiki, log, site.batch, known?.texts),
	};
}

function unusable({ programmePage }: News): ReadSnapshot {
	const loaded = loadProgramme(programmePage);
	return { ok: false, problems: loaded.ok ? 'missing' : loaded.problems };
}

function readLogOf({ page, history }: LogPage, programme: Programme): Log {
	if (!page) return EMPTY_LOG;
	return readLog(
		history,
		programme,
		programme.courses.map(({ id }) => id),
	);
}

function accountsNow({ local }: KnownAccounts): ReadonlyMap<number, AccountNow> {
	return new Map(
		Array.from(local.values(), ({ id, name, fact }) => [
			id,
			{ name, registered: fact.known ? fact.value.registered : null },
		]),
	);
}

function knownNames({ names }: KnownAccounts) {
	return new Map(Array.from(names).flatMap(([name, account]) => (account ? [[name, account]] : [])));
}

/**
 * The notices that the programme's bots ever sent: from their edits as the wiki lists them, or from what the last cycle knew
 * and the changes since. Whoever runs this under another account sees the same.
 */
async function sentSoFar(
	wiki: Wiki,
	{ bot }: Programme,
	formerBots: readonly number[],
	{
		news,
		known,
		accounts,
	}: { readonly news: News; readonly known: CycleCache | null; readonly accounts: KnownAccounts },
): Promise<SentNotices> {
	const changes = news.changes ?? [];
	const names = new Set(Array.from(accounts.local.values(), ({ name }) => name));
	if (known && !mayTellOtherwise(unseen(known, changes), known.sent, news.site, names)) {
		const own = changes.filter(({ userid, log, minor }) => userid === bot.id && log === null && !minor);
		// Recent changes tell the edit's own moment, but keep the titles that pages had then.
		const titles = new Map(known.sent.sent.map(({ revid, title }) => [revid, title]));
		const { sent, hidden } = joinSent(known.sent, ...own.map(sentBy));
		return { sent: sent.map((one) => ({ ...one, title: titles.get(one.revid) ?? one.title })), hidden };
	}
	const isListed = news.sent && bot.id === news.site.user.id && formerBots.length === 0;
	return isListed ? news.sent : readSent(wiki, { ids: [bot.id, ...formerBots] }, null);
}

/**
 * What the team wrote, exactly as it stood in the revision that the log names. A revision says the same for ever: only what the
 * last cycle did not know is read, and what was hidden then is tried again with the next full reading.
 */
async function readMessageTexts(
	wiki: Wiki,
	{ actions }: Log,
	batch: number,
	known: ReadonlyMap<number, string | null> = new Map(),
): Promise<ReadonlyMap<number, string | null>> {
	const messages = actions.flatMap(({ action, revid }) =>
		action.kind === 'write' ? [{ revid, page: action.page, revision: action.revision }] : [],
	);
	const unread = messages.filter(({ revid }) => !known.has(revid));
	const revisions = await readRevisions(
		wiki,
		Array.from(new Set(unread.map(({ revision }) => revision))),
		batch,
	);
	return new Map(
		messages.map(({ revid, page, revision }) => {
			const read = revisions.get(revision);
			return [revid, known.get(revid) ?? (read?.pageid === page ? read.text : null)];
		}),
	);
}
