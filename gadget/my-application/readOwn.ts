import { EMPTY_LOG } from '../../shared/actions/readLog.ts';
import { readArrival } from '../../shared/history/readArrival.ts';
import type { TracedApplication } from '../../shared/history/submission.ts';
import { traceApplications } from '../../shared/history/traceApplications.ts';
import type { AnnouncedDecision, SentNotice } from '../../shared/notices/notice.ts';
import { readSentTo } from '../../shared/notices/readAnnounced.ts';
import { assess } from '../../shared/rules/assess.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { evaluateCourse } from '../../shared/rules/evaluateCourse.ts';
import type { Offer, State } from '../../shared/rules/status.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import { applicationTitle } from '../course/readSituation.ts';
import type { Applying, OwnApplication } from '../course/applying.ts';
import { readFacts } from '../requirements/readFacts.ts';

export interface Own extends OwnApplication {
	readonly pageid: number;
	readonly state: State;
	readonly late: boolean;
	readonly eligibility: Eligibility;
	/** What the reader was told, or null. */
	readonly announced: AnnouncedDecision | null;
	/** What that offers; null: nothing, or no offers are made. */
	readonly offer: Offer | null;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}

/**
 * The reader's application and where it stands, by the same rules as the bot's. The log is not read: what was not announced
 * cannot be known here.
 *
 * @returns null where the page has no application of the reader that can be read
 * @throws WikiError
 */
export async function readOwn(wiki: Wiki, applying: Applying): Promise<Own | null> {
	const { programme, course, account } = applying;
	const title = applicationTitle(course, account);
	const [pages, history, facts] = await Promise.all([
		readPages(wiki, [title]),
		readHistory(wiki, title),
		readFacts(wiki, course, account),
	]);
	const page = pages.get(title);
	if (!page) return null;
	const { pageid, revision } = page;
	const submission = { kind: 'subpage', title, pageid, courses: [course.id], inName: account } as const;
	const { applications, nullRevisions } = traceApplications(
		{ ...submission, movedTo: null, imported: false, history },
		programme,
		programme.language,
	);
	const own = applications.filter(({ added }) => added.user?.id === mw.config.get('wgUserId'));
	const [first] = own;
	if (!first) return null;
	const now = facts.local.known ? facts.local.at : new Date().toISOString();
	const folder = applicationTitle(course, '');
	const [sent, arrived] = await Promise.all([
		sentAbout(wiki, applying, first),
		readArrival(wiki, title, nullRevisions, (place) => place.startsWith(folder)),
	]);
	const evaluated = evaluateCourse({
		programme,
		course,
		applications: own,
		names: new Map(),
		arrivals: new Map(arrived === null ? [] : [[pageid, arrived]]),
		log: EMPTY_LOG,
		sent,
		heldUntil: null,
		at: now,
	});
	const one = evaluated.applications.filter(({ state }) => state !== 'superseded').pop();
	if (!one) return null;
	const { application, state, late, announced, offer, submitted } = one;
	return {
		title,
		pageid,
		revid: revision.revid,
		text: revision.text ?? '',
		application,
		state,
		late,
		eligibility: assess(application, facts, course, now, submitted),
		announced,
		offer,
		now,
	};
}

function sentAbout(
	wiki: Wiki,
	{ programme, course, account }: Applying,
	{ added }: TracedApplication,
): Promise<readonly SentNotice[]> {
	return readSentTo(wiki, {
		account,
		applicant: added.user?.id ?? 0,
		course: course.id,
		bot: programme.bot,
		since: added.timestamp,
	});
}
