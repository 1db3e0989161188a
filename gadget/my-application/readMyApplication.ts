import { EMPTY_LOG } from '../../shared/actions/readLog.ts';
import { readArrival } from '../../shared/history/readArrival.ts';
import type { Submission, TracedApplication } from '../../shared/history/submission.ts';
import { traceApplications } from '../../shared/history/traceApplications.ts';
import type { AnnouncedDecision, SentNotice } from '../../shared/notices/notice.ts';
import { readNoticesSentTo } from '../../shared/notices/readSentNotices.ts';
import { assessApplication } from '../../shared/rules/assessApplication.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { evaluateCourse } from '../../shared/rules/evaluateCourse.ts';
import type { Offer, State } from '../../shared/rules/state.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readHistory, readPages, type Page } from '../../shared/wiki/readPages.ts';
import { applicationTitle } from '../course/readSituation.ts';
import type { ApplicationContext, MyApplication } from '../course/applicationContext.ts';
import { readAccountFacts } from '../requirements/readAccountFacts.ts';

export interface MyApplicationStatus extends MyApplication {
	readonly pageid: number;
	readonly state: State;
	readonly late: boolean;
	readonly eligibility: Eligibility;
	/** The decision announced to the reader, or null. */
	readonly announced: AnnouncedDecision | null;
	/** The announced offer; null if there is none. */
	readonly offer: Offer | null;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}

/**
 * Reads the reader's application and derives its state with the bot's rules. Does not read the log, so it cannot reveal
 * decisions that were not announced.
 *
 * @returns null if the page has no readable application by the reader
 * @throws WikiError
 */
export async function readMyApplication(
	wiki: Wiki,
	context: ApplicationContext,
): Promise<MyApplicationStatus | null> {
	const { programme, course, account } = context;
	const title = applicationTitle(course, account);
	const [pages, history, facts] = await Promise.all([
		readPages(wiki, [title]),
		readHistory(wiki, title),
		readAccountFacts(wiki, course, account),
	]);
	const page = pages.get(title);
	if (!page) return null;
	const { pageid, revision } = page;
	const submission = submissionFrom(context, page, history);
	const { applications, nullRevisions } = traceApplications(submission, programme, programme.language);
	const myApplications = applications.filter(({ added }) => added.user?.id === mw.config.get('wgUserId'));
	const [first] = myApplications;
	if (!first) return null;
	const now = facts.local.known ? facts.local.at : new Date().toISOString();
	const folder = applicationTitle(course, '');
	const [sent, arrival] = await Promise.all([
		readSentNotices(wiki, context, first),
		readArrival(wiki, title, nullRevisions, (pageTitle) => pageTitle.startsWith(folder)),
	]);
	const evaluated = evaluateCourse({
		programme,
		course,
		applications: myApplications,
		titleNames: new Map(),
		arrivals: new Map(arrival === null ? [] : [[pageid, arrival]]),
		log: EMPTY_LOG,
		sentNotices: sent,
		heldUntil: null,
		at: now,
	});
	const current = evaluated.applications.filter(({ state }) => state !== 'superseded').pop();
	if (!current) return null;
	const { application, state, isLate, announced, offer, submittedAt } = current;
	return {
		title,
		pageid,
		revid: revision.revid,
		text: revision.text ?? '',
		application,
		state,
		late: isLate,
		eligibility: assessApplication(application, facts, course, now, submittedAt),
		announced,
		offer,
		now,
	};
}

function submissionFrom(
	{ course, account }: ApplicationContext,
	{ title, pageid }: Page,
	history: Submission['history'],
): Submission {
	return {
		kind: 'subpage',
		title,
		pageid,
		courses: [course.id],
		titleUserName: account,
		movedTo: null,
		isImported: false,
		history,
	};
}

function readSentNotices(
	wiki: Wiki,
	{ programme, course, account }: ApplicationContext,
	{ added }: TracedApplication,
): Promise<readonly SentNotice[]> {
	return readNoticesSentTo(wiki, {
		userName: account,
		applicantId: added.user?.id ?? 0,
		courseId: course.id,
		bot: programme.bot,
		since: added.timestamp,
	});
}
