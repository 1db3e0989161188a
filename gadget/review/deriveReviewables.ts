import { isLate } from '../../shared/rules/phase.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { SentNotice } from '../../shared/notice/notice.ts';
import { toldDecision } from '../../shared/notice/toldDecision.ts';
import { hasAccount } from '../../shared/submission/hasAccount.ts';
import { byTime, liveOnes } from '../../shared/submission/liveOnes.ts';
import { stateOf } from '../../shared/submission/stateOf.ts';
import type { Submission, TracedApplication, TracedSubmission } from '../../shared/submission/submission.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import type { NamedAccount } from '../../shared/wiki/readNames.ts';
import { botVerdict } from './botVerdict.ts';
import { lifeKey } from './lifeKey.ts';
import type { Reviewable } from './reviewable.ts';

/** What the applications are derived from besides their pages. */
export interface Known {
	/** The accounts behind the names in titles, where these are not the applicants'. */
	readonly names: ReadonlyMap<string, NamedAccount>;
	readonly sent: readonly SentNotice[];
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}

/**
 * The applications for one course, oldest first. Plain data in, plain data out.
 *
 * @param submissions all of the course, or those of some pages: then a newer application elsewhere is not known
 */
export function deriveReviewables(
	programme: Programme,
	course: Course,
	submissions: readonly Submission[],
	known: Known,
): readonly Reviewable[] {
	const read = submissions
		.filter(({ movedTo }) => movedTo === null)
		.flatMap((submission) => {
			const traced = traceApplications(submission, programme, programme.language);
			return traced.applications
				.filter((one) => one.course === course.id)
				.map((one) => ({ one, submission, problems: problemsOf(one, traced) }));
		});
	const isVerified = (one: TracedApplication): boolean => isOwn(one, known.names);
	const live = liveOnes(
		read.map(({ one }) => one),
		isVerified,
	);
	return read
		.sort((a, b) => byTime(a.one, b.one))
		.map(({ one, submission, problems }): Reviewable => {
			const told = toldDecision(known.sent.filter((notice) => isAbout(notice, one)));
			const standing = { verified: isVerified(one), superseded: !live.has(one), told };
			return {
				key: lifeKey(one),
				course,
				one,
				submission,
				state: stateOf(one, course, programme, standing, known.now),
				late: isLate(course, one.added.timestamp),
				verdict: botVerdict(submission, programme.bot),
				told,
				problems,
			};
		});
}

/** The name in a subpage's title, where it is not the applicant's. */
function otherName({ added, inName }: TracedApplication): string | null {
	return inName === '' || inName === added.user?.name ? null : inName;
}

/** Whether the account that made it applies for itself: whoever registered a name later is not meant by it. */
function isOwn(one: TracedApplication, names: Known['names']): boolean {
	const { user, timestamp } = one.added;
	if (!user || !hasAccount(user) || one.application.course !== one.course) return false;
	const named = names.get(otherName(one) ?? '');
	if (!named || named.id === user.id) return true;
	return named.registered !== null && Date.parse(named.registered) > Date.parse(timestamp);
}

function problemsOf(one: TracedApplication, { problems }: TracedSubmission): Reviewable['problems'] {
	const about = one.section === '' ? one.title : `${one.title}#${one.section}`;
	return problems.filter((problem) => problem.about === about);
}

function isAbout({ course, applicant }: SentNotice, one: TracedApplication): boolean {
	return course === one.course && applicant === one.added.user?.id;
}
