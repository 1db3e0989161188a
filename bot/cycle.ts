import type { TranslateInto } from '../shared/i18n/translate.ts';
import type { SentNotice } from '../shared/notice/notice.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Problem } from '../shared/submission/submission.ts';
import type { Wiki } from '../shared/wiki.ts';
import { readPages } from '../shared/wiki/readPages.ts';
import { answerAsks } from './answer/answerAsks.ts';
import { askProblem, openAsks, toAnswer } from './answer/openAsks.ts';
import { assessApplications, type AssessedApplication } from './assess/assessApplications.ts';
import { audit } from './audit/audit.ts';
import type { Bookmark } from './bookmark/bookmark.ts';
import { isRecent, isUsable } from './bookmark/isUsable.ts';
import { affectedBy, type Affected } from './gather/affected.ts';
import { gatherPages, movedAway } from './gather/gatherPages.ts';
import { readNews, type News } from './gather/readNews.ts';
import { readReleases, type Release } from './gather/readReleases.ts';
import { joinSent } from '../shared/notice/readSent.ts';
import { overlapStart, seenSince, unseen } from './gather/seen.ts';
import { inOrder } from './inOrder.ts';
import type { Outbox, PlannedNotice } from './notices/plannedNotice.ts';
import { planNotices } from './notices/planNotices.ts';
import { sendNotices } from './notices/sendNotices.ts';
import { sentSoFar } from './notices/sentSoFar.ts';
import { stillHeld } from './notices/stillHeld.ts';
import type { ProgrammeProblems } from './programme/loadProgramme.ts';
import { programmeInForce } from './programme/programmeInForce.ts';
import type { Published } from './publish/publishPage.ts';
import { publishPages } from './publish/publishPages.ts';
import { stopReason } from './publish/stopPage.ts';
import { renderPages } from './render/renderPages.ts';
import { renderReportPage, reportTitle } from './render/renderReportPage.ts';
import type { Stage, TellProgress } from './stageProgress.ts';
import { lookUp } from './verify/lookUp.ts';
import { NOTHING_KNOWN, stillGood } from './verify/stillGood.ts';
import { verifyApplications } from './verify/verifyApplications.ts';
import { countingPages } from './wiki/countingPages.ts';

export interface CycleContext {
	/** What the last cycle handed on, or null: read everything. */
	readonly bookmark: Bookmark | null;
	/** The bot's user name, whose pages tell it to stop and hold its report. */
	readonly bot: string;
	readonly translate: TranslateInto;
	/** Told how far it is, for people who watch. */
	readonly tell?: TellProgress;
}

export type CycleResult =
	| { readonly ok: false; readonly problems: ProgrammeProblems }
	| {
			readonly ok: true;
			readonly programme: Programme;
			readonly applications: readonly AssessedApplication[];
			readonly problems: readonly Problem[];
			readonly published: readonly Published[];
			/** Decision notices that wait. */
			readonly outbox: readonly Outbox[];
			/** The notices that this cycle had to send. */
			readonly notices: readonly PlannedNotice[];
			/** All that ever went out. */
			readonly sent: readonly SentNotice[];
			/** Why the stop page forbids writing, or null. */
			readonly stopped: string | null;
			readonly bookmark: Bookmark;
	  };

/**
 * One cycle: load the programme, gather, read, verify, assess, render, publish, send notices. The wiki is the only store: without a
 * bookmark it takes more requests and comes to the same result.
 *
 * @throws WikiError where the wiki cannot be talked to; what is wrong with single pages or accounts is in `problems`
 */
export async function runCycle(
	wiki: Wiki,
	{ bookmark, bot, translate, tell }: CycleContext,
): Promise<CycleResult> {
	const since = bookmark ? overlapStart(bookmark) : null;
	const own = { bot, stop: `User:${bot}/Stop`, report: reportTitle(bot) };
	const news = await readNews(wiki, own, since, ({ wikiId, now }) => isRecent(bookmark, wikiId, now));
	const { site } = news;
	const loaded = await programmeInForce(wiki, news.programmePage);
	if (!loaded.ok) return loaded;
	const { programme, revid } = loaded;
	const known = isUsable(bookmark, site.wikiId, revid, site.now) ? bookmark : null;

	const changes = known ? unseen(known, news.changes ?? []) : [];
	const affected = affectedBy(changes, programme, site, known?.pages ?? []);
	const reading = known ? ('read-changes' as const) : ('read' as const);
	tell?.({ stage: reading, done: 0, of: known ? changes.length : null });
	const counting = countingPages(wiki, (done) => tell?.({ stage: reading, done, of: null }));
	const gathered = await gatherPages(counting, news, programme, known, affected);
	const traced = gathered.pages.flatMap(({ applications }) => applications);

	tell?.({ stage: 'check', done: 0, of: traced.length });
	const tellOf = (stage: Stage) => (done: number, of: number) => tell?.({ stage, done, of });
	const remembered = known && !gathered.full ? stillGood(known.accounts, affected, site.now) : NOTHING_KNOWN;
	const accounts = await lookUp(wiki, site, programme, traced, remembered, tellOf('look-up'));
	const verified = verifyApplications(traced, accounts);
	const sent = await sentSoFar(wiki, programme, news, known);
	const assessed = assessApplications(programme, verified.applications, sent, site.now);
	const releases = await releasesNow(wiki, programme, news, known, affected, own.report);
	const planned = planNotices(programme, assessed.applications, sent, releases, site.now);

	const asks = openAsks(gathered.pages);
	const problems = inOrder([
		...loaded.problems,
		...gathered.problems,
		...gathered.pages.flatMap((page) => page.problems),
		...movedAway(gathered.pages),
		...asks.map(askProblem),
		...verified.problems,
		...assessed.problems,
	]);
	const words = translate(programme.language);
	const stopped = stopReason(news.stopPage?.revision.text ?? '');
	const shown = known?.published ?? new Map<string, string>();
	const wanted = renderPages(programme, bot, assessed.applications, site.now, words);
	const pages = await publishPages(
		wiki,
		stopped === null ? wanted : [],
		shown,
		affected.all,
		gathered.present,
		site.batch,
		tellOf('save'),
	);
	const answering = stopped === null ? toAnswer(asks, programme, site.now) : [];
	const answered = await answerAsks(wiki, programme, answering, words);

	// Nobody is told of what is not saved yet, nor by another account than the one that is asked what it sent.
	const sending =
		stopped === null && bot === programme.bot ? planned.due.filter(isSaved(pages.published)) : [];
	const notices = await sendNotices(wiki, sending, {
		programme,
		site,
		translateInto: translate,
		held: known && !gathered.full ? stillHeld(known.held, planned.due, affected, site) : new Map(),
		tell: tellOf('tell'),
	});

	const allSent = joinSent(sent, notices.sent);
	const found = [...problems, ...notices.problems, ...audit(programme, assessed.applications, allSent)];
	const report = renderReportPage(
		programme,
		bot,
		{
			problems: [...found, ...pages.problems],
			outbox: planned.outbox,
			applications: assessed.applications,
			at: site.now,
		},
		words,
	);
	const read = new Map(news.reportPage ? [[own.report, news.reportPage]] : []);
	const last = await publishPages(wiki, stopped === null ? [report] : [], shown, affected.all, read);
	const published = [...pages.published, ...answered, ...notices.published, ...last.published];
	return {
		ok: true,
		programme,
		applications: assessed.applications,
		problems: found,
		published,
		outbox: planned.outbox,
		notices: sending,
		sent: allSent,
		stopped,
		bookmark: {
			wikiId: site.wikiId,
			programme: revid,
			readAt: site.now,
			fullAt: gathered.full ? site.now : (known?.fullAt ?? site.now),
			seen: seenSince(news.changes ?? []),
			own: [...pages.published, ...last.published].flatMap((one) =>
				one.kind === 'saved' ? [one.revid] : [],
			),
			pages: gathered.pages,
			problems: gathered.problems,
			accounts,
			published: new Map([...pages.digests, ...last.digests]),
			sent: allSent,
			releases,
			held: notices.held,
		},
	};
}

/** The report is read only where somebody else than the bot may have changed it. */
async function releasesNow(
	wiki: Wiki,
	programme: Programme,
	news: News,
	known: Bookmark | null,
	{ all }: Affected,
	title: string,
): Promise<readonly Release[]> {
	if (known && !all.has(title)) return known.releases;
	const isRead = news.changes === null;
	const page = isRead ? news.reportPage : ((await readPages(wiki, [title])).get(title) ?? null);
	return readReleases(wiki, page, programme, news.site.batch);
}

/** Nothing is sent about an application whose page could not be brought up to date. */
function isSaved(published: readonly Published[]): (notice: PlannedNotice) => boolean {
	const failed = new Set(
		published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged').map(({ title }) => title),
	);
	return ({ page }) => !failed.has(page);
}
