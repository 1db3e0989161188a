import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/translate.ts';
import { joinSent, type SentNotices } from '../../shared/notices/readSent.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { replyToRequests } from './apply/replyToRequests.ts';
import type { HeldNotices, PlannedNotice } from '../plan/plannedNotice.ts';
import { sendNotices } from './apply/sendNotices.ts';
import { stillHeld } from './apply/stillUndeliverable.ts';
import type { Published } from '../wiki/comparePage.ts';
import { publishPages, type Publishing } from './apply/publishPages.ts';
import { renderReportPage, reportTitle } from '../render/renderReportPage.ts';
import { isSaved, mayWrite } from './mayWrite.ts';
import type { Stage, TellProgress } from './stageProgress.ts';
import type { Plan } from './planCycle.ts';
import { sentTwice } from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';
import { tidyLog } from './apply/tidyLog.ts';

/** What became of a plan. */
export interface CycleOutcome {
	readonly published: readonly Published[];
	/** The revisions with which the bot wrote its regions. */
	readonly own: readonly number[];
	/** The notices that this cycle had to send. */
	readonly notices: readonly PlannedNotice[];
	readonly sent: SentNotices;
	readonly held: HeldNotices;
	/** By title: a digest of what the bot last wanted the page to say. */
	readonly digests: ReadonlyMap<string, string>;
	/** Those of the plan and those that came up. */
	readonly problems: readonly Problem[];
}

/**
 * Every write of a cycle, each checked again right before it; the report comes last.
 *
 * @throws WikiError where the wiki cannot be looked at
 */
export async function applyPlan(
	wiki: Wiki,
	snapshot: Snapshot,
	plan: Plan,
	{ translate, tell }: { readonly translate: TranslateInto; readonly tell?: TellProgress },
): Promise<CycleOutcome> {
	const { programme, news, known, affected, gathered } = snapshot;
	const { site } = news;
	const words = translate(programme.language);
	const tellOf = (stage: Stage) => (done: number, of: number) => tell?.({ stage, done, of });
	const isAllowed = mayWrite(snapshot, plan);
	const publishing: Publishing = {
		bot: programme.bot,
		remembered: known?.published ?? new Map<string, string>(),
		changed: affected.all,
		read: gathered.present,
		batch: site.batch,
	};
	const pages = await publishPages(wiki, isAllowed ? plan.pages : [], {
		...publishing,
		tell: tellOf('save'),
	});
	const replies = await replyToRequests(wiki, programme, isAllowed ? plan.replies : [], words);
	const tidied = isAllowed ? await tidyLog(wiki, snapshot.logPage, programme, words) : [];
	// Nobody is told of what is not saved yet.
	const sending = isAllowed ? plan.due.filter(isSaved(pages.published)) : [];
	const notices = await sendNotices(wiki, sending, {
		programme,
		site,
		translateInto: translate,
		sent: snapshot.sent,
		formerBots: snapshot.programmeHistory.formerBots,
		held: known && !gathered.full ? stillHeld(known.held, plan.due, affected, site) : new Map(),
		tell: tellOf('tell'),
	});
	const sent = joinSent(snapshot.sent, notices.sent);
	const problems = [...plan.problems, ...notices.problems, ...sentTwice(sent.sent)];
	const { outbox, applications } = plan;
	const shown = { problems: [...problems, ...pages.problems], outbox, applications, at: site.now };
	const report = await publishPages(wiki, isAllowed ? [renderReportPage(programme, shown, words)] : [], {
		...publishing,
		// Where changes were asked for, it was not.
		read: new Map(news.changes ? [] : [[reportTitle(programme.bot.name), news.reportPage]]),
	});
	return {
		published: [...pages.published, ...replies, ...tidied, ...notices.published, ...report.published],
		own: [...pages.published, ...report.published].flatMap((page) =>
			page.kind === 'saved' ? [page.revid] : [],
		),
		notices: sending,
		sent,
		held: notices.held,
		digests: new Map([...pages.digests, ...report.digests]),
		problems,
	};
}
