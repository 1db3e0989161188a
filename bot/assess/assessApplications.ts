import type { TracedDecision } from '../../shared/decision/decision.ts';
import { assess } from '../../shared/rules/assess.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { isLate } from '../../shared/rules/phase.ts';
import { statusOf, type Decision, type State } from '../../shared/rules/status.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { VerifiedApplication } from '../verify/verifyApplications.ts';

export interface AssessedApplication extends VerifiedApplication {
	readonly eligibility: Eligibility;
	readonly state: State;
	readonly late: boolean;
}

/**
 * Judges each application by its course's requirements and derives its state. Plain data in, plain data out.
 *
 * @param at ISO 8601, the wiki's clock
 * @returns by course and then by when they were made
 */
export function assessApplications(
	programme: Programme,
	verified: readonly VerifiedApplication[],
	at: string,
): { readonly applications: readonly AssessedApplication[]; readonly problems: readonly Problem[] } {
	const newest = newestOfEach(verified);
	const applications = programme.courses.flatMap((course) =>
		verified
			.filter((one) => one.course === course.id)
			.sort(byTime)
			.map((one) => assessOne(course, programme.offers, one, newest.get(ownerOf(one)) !== one, at)),
	);
	return { applications, problems: applications.flatMap(problemsOf) };
}

function assessOne(
	course: Course,
	offers: Programme['offers'],
	one: VerifiedApplication,
	superseded: boolean,
	at: string,
): AssessedApplication {
	const state = statusOf(
		{
			verified: isVerified(one),
			superseded,
			withdrawn: one.withdrawn,
			complete: isComplete(course, one),
			decisions: one.decisions.map((decision) => decisionOf(decision, course, offers)),
			replies: [],
		},
		at,
	);
	return {
		...one,
		eligibility: assess(one.application, one.facts, course, at, one.added.timestamp),
		state,
		late: isLate(course, one.added.timestamp),
	};
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nobody is told before `notify`, so an offer's days are not counted from earlier. */
function decisionOf(
	{ outcome, change: { timestamp } }: TracedDecision,
	{ notify }: Course,
	offers: Programme['offers'],
): Decision {
	if (outcome !== 'accepted' || !offers) return { outcome, at: timestamp, offerUntil: null };
	const from = Math.max(Date.parse(timestamp), Date.parse(notify));
	const offerUntil = new Date(from + offers.confirmDays * DAY_MS).toISOString();
	return { outcome, at: timestamp, offerUntil };
}

function isVerified(one: VerifiedApplication): boolean {
	return one.applicant !== null && one.inNameOf === null && one.application.course === one.course;
}

function isComplete(course: Course, { application }: VerifiedApplication): boolean {
	return course.questions.every((question) => {
		if (!question.required) return true;
		if (question.type === 'private-email') return application.email === 'sent';
		return (application.answers[question.id] ?? '') !== '';
	});
}

/** The live one of an account's applications for a course: the newest that was not withdrawn, else the newest. */
function newestOfEach(verified: readonly VerifiedApplication[]): ReadonlyMap<string, VerifiedApplication> {
	const newest = new Map<string, VerifiedApplication>();
	const inOrder = [...verified]
		.filter(isVerified)
		.sort((a, b) => Number(b.withdrawn) - Number(a.withdrawn) || byTime(a, b));
	for (const one of inOrder) newest.set(ownerOf(one), one);
	for (const one of verified) if (!isVerified(one)) newest.set(ownerOf(one), one);
	return newest;
}

/** Unverified applications are each their own: they neither replace nor are replaced. */
function ownerOf(one: VerifiedApplication): string {
	return isVerified(one)
		? `${one.course} ${String(one.applicant?.id)}`
		: `${one.pageid} ${one.added.revid} ${one.section}`;
}

function byTime(a: VerifiedApplication, b: VerifiedApplication): number {
	return a.added.timestamp.localeCompare(b.added.timestamp) || a.added.revid - b.added.revid;
}

function problemsOf(one: AssessedApplication): readonly Problem[] {
	if (one.inNameOf !== null) {
		return [
			{ kind: 'made-by-other', about: one.title, detail: one.applicant?.name ?? '', revid: one.added.revid },
		];
	}
	if (one.state === 'superseded') {
		return [
			{
				kind: 'second-application',
				about: one.title,
				detail: one.applicant?.name ?? '',
				revid: one.added.revid,
			},
		];
	}
	return [];
}
