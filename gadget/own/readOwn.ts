import { assess } from '../../shared/rules/assess.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { isLate } from '../../shared/rules/phase.ts';
import type { Offer, State } from '../../shared/rules/status.ts';
import type { TracedDecision } from '../../shared/mark/mark.ts';
import type { ToldDecision } from '../../shared/notice/notice.ts';
import { readTold } from '../../shared/notice/readTold.ts';
import { offerOf, stateOf } from '../../shared/submission/stateOf.ts';
import type { TracedApplication } from '../../shared/submission/submission.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import { applicationTitle } from '../form/readSituation.ts';
import type { Applying, OwnApplication } from '../form/sender.ts';
import { readFacts } from '../qualify/readFacts.ts';

export interface Own extends OwnApplication {
	readonly state: State;
	readonly late: boolean;
	readonly eligibility: Eligibility;
	/** The newest that counts, or null. */
	readonly decision: TracedDecision | null;
	/** What that offers; null: nothing, or no offers are made. */
	readonly offer: Offer | null;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}

/**
 * The reader's application and where it stands, derived from the page's history as the bot does it: what others write
 * on the page decides nothing.
 *
 * @returns null where the page has no application of the reader that can be read
 * @throws WikiError
 */
export async function readOwn(wiki: Wiki, applying: Applying): Promise<Own | null> {
	const { programme, course, account } = applying;
	const title = applicationTitle(course, account);
	const [history, facts] = await Promise.all([readHistory(wiki, title), readFacts(wiki, course, account)]);
	const newest = history[history.length - 1];
	const { applications } = traceApplications(
		{ kind: 'subpage', title, pageid: 0, courses: [course.id], inName: account, movedTo: null, history },
		programme,
		programme.language,
	);
	const traced = applications.filter(
		({ added, course: id }) => id === course.id && added.user?.name === account,
	);
	const one = traced[traced.length - 1];
	if (!one || !newest) return null;
	const now = facts.local.known ? facts.local.at : new Date().toISOString();
	const told = await readWhatTheyWereTold(wiki, applying, one);
	const decision = one.decisions[one.decisions.length - 1] ?? null;
	return {
		title,
		revid: newest.revid,
		text: newest.text ?? '',
		application: { ...one.application, withdrawn: one.withdrawn },
		state: stateOf(one, course, programme, { verified: true, superseded: false, told }, now),
		late: isLate(course, one.added.timestamp),
		eligibility: assess(one.application, facts, course, now, one.added.timestamp),
		decision,
		offer: decision && offerOf(decision, programme.offers, told),
		now,
	};
}

/** The days of an offer run from when they were told. Nothing else here depends on that, so that nothing else asks. */
function readWhatTheyWereTold(
	wiki: Wiki,
	{ programme, course, account }: Applying,
	{ decisions, added }: TracedApplication,
): Promise<ToldDecision | null> {
	const newest = decisions[decisions.length - 1];
	const first = decisions[0];
	if (!programme.offers || !first || newest?.outcome !== 'accepted' || !added.user)
		return Promise.resolve(null);
	return readTold(wiki, {
		account,
		applicant: added.user.id,
		course: course.id,
		bot: programme.bot,
		since: first.change.timestamp,
	});
}
