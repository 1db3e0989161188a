import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/formatMessage.ts';
import { mergeSentNotices, type SentNotices } from '../../shared/notices/readSentNotices.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { replyToRequests } from './apply/replyToRequests.ts';
import type { UndeliverableNotices, PlannedNotice } from '../plan/plannedNotice.ts';
import { sendNotices } from './apply/sendNotices.ts';
import type { PublishResult } from '../wiki/comparePage.ts';
import { publishPages, type PublishContext } from './apply/publishPages.ts';
import { renderReportPage, reportTitle } from '../render/renderReport.ts';
import { isSaved, mayWrite } from './mayWrite.ts';
import type { Stage, ProgressListener } from './stageProgress.ts';
import type { CyclePlan } from './planCycle.ts';
import { doubleNotices } from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';
import { tidyLog } from './apply/tidyLog.ts';
import { getNoticeId } from '../../shared/notices/notice.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import { talkPageTitle } from '../plan/recipients.ts';
import type { Affected } from './read/affected.ts';

/** The result of applying a plan. */
export interface CycleOutcome {
	readonly published: readonly PublishResult[];
	/** The revisions in which the bot wrote its regions. */
	readonly ownRevisions: readonly number[];
	/** The notices that this cycle had to send. */
	readonly notices: readonly PlannedNotice[];
	readonly sent: SentNotices;
	readonly undeliverable: UndeliverableNotices;
	/** By title: a digest of the page's last intended text. */
	readonly digests: ReadonlyMap<string, string>;
	/** The plan's problems and new ones. */
	readonly problems: readonly Problem[];
}

/**
 * All writes of a cycle, each checked again right before it; the report is last.
 *
 * @throws WikiError if the wiki cannot be read
 */
export async function applyPlan(
	wiki: Wiki,
	snapshot: Snapshot,
	plan: CyclePlan,
	{ translate, onProgress }: { readonly translate: TranslateInto; readonly onProgress?: ProgressListener },
): Promise<CycleOutcome> {
	const { programme, wikiChanges, cache, affected, gathered } = snapshot;
	const { site } = wikiChanges;
	const translateHere = translate(programme.language);
	const progressOf = (stage: Stage) => (done: number, total: number) => onProgress?.({ stage, done, total });
	const isAllowed = mayWrite(snapshot, plan);
	const publishContext: PublishContext = {
		bot: programme.bot,
		digests: cache?.digests ?? new Map<string, string>(),
		changed: affected.changedTitles,
		present: gathered.present,
		batchSize: site.batchSize,
	};
	const pages = await publishPages(wiki, isAllowed ? plan.pages : [], {
		...publishContext,
		onProgress: progressOf('publish'),
	});
	const replies = await replyToRequests(wiki, programme, isAllowed ? plan.replies : [], translateHere);
	const log = isAllowed ? await tidyLog(wiki, snapshot.logPage, programme, translateHere) : [];
	// Send no notice about a state that is not published yet.
	const toSend = isAllowed ? plan.due.filter(isSaved(pages.results)) : [];
	const notices = await sendNotices(wiki, toSend, {
		programme,
		site,
		translateInto: translate,
		sent: snapshot.sent,
		formerBots: snapshot.programmeHistory.formerBots,
		undeliverable:
			cache && !gathered.isComplete
				? stillUndeliverable(cache.undeliverable, plan.due, affected, site)
				: new Map(),
		onProgress: progressOf('notify'),
	});
	const sent = mergeSentNotices(snapshot.sent, notices.sent);
	const problems = [...plan.problems, ...notices.problems, ...doubleNotices(sent.sent)];
	const { outbox, applications } = plan;
	const reportData = { problems: [...problems, ...pages.problems], outbox, applications, at: site.now };
	const reportPages = isAllowed ? [renderReportPage(programme, reportData, translateHere)] : [];
	const report = await publishPages(wiki, reportPages, {
		...publishContext,
		present: presentReport(snapshot),
	});
	return {
		published: [...pages.results, ...replies, ...log, ...notices.published, ...report.results],
		ownRevisions: [...pages.results, ...report.results].flatMap((page) =>
			page.kind === 'saved' ? [page.revid] : [],
		),
		notices: toSend,
		sent,
		undeliverable: notices.undeliverable,
		digests: new Map([...pages.digests, ...report.digests]),
		problems,
	};
}

/** The report page as polled; a poll reads either recent changes or the report. */
function presentReport({ programme, wikiChanges }: Snapshot): PublishContext['present'] {
	const { recentChanges, reportPage } = wikiChanges;
	return new Map(recentChanges ? [] : [[reportTitle(programme.bot.name), reportPage]]);
}

/** The undeliverable notices not worth a retry: neither talk page nor account has changed. */
function stillUndeliverable(
	undeliverable: UndeliverableNotices,
	due: readonly PlannedNotice[],
	{ changedTitles, accounts }: Affected,
	site: Site,
): UndeliverableNotices {
	const changed = due.filter(
		({ to }) => changedTitles.has(talkPageTitle(to.name, site)) || accounts.has(to.name),
	);
	const ids = new Set(changed.map(getNoticeId));
	return new Map([...undeliverable].filter(([id]) => !ids.has(id)));
}
