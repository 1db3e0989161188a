import { assess } from '../../shared/rules/assess.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { isLate } from '../../shared/rules/phase.ts';
import type { SentNotice, ToldDecision } from '../../shared/notice/notice.ts';
import { toldDecision } from '../../shared/notice/toldDecision.ts';
import type { Offer, State } from '../../shared/rules/status.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { byTime, liveOnes } from '../../shared/submission/liveOnes.ts';
import { offerOf, stateOf, type Standing } from '../../shared/submission/stateOf.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { VerifiedApplication } from '../verify/verifyApplications.ts';

export interface AssessedApplication extends VerifiedApplication {
	readonly eligibility: Eligibility;
	readonly state: State;
	readonly late: boolean;
	/** The newest decision that the applicant was told of, or null. */
	readonly told: ToldDecision | null;
	/** What the decision in force offers; null: no offer. */
	readonly offer: Offer | null;
}

/**
 * Judges each application by its course's requirements and derives its state. Plain data in, plain data out.
 *
 * @param sent the notices that went out so far
 * @param at ISO 8601, the wiki's clock
 * @returns by course and then by when they were made
 */
export function assessApplications(
	programme: Programme,
	verified: readonly VerifiedApplication[],
	sent: readonly SentNotice[],
	at: string,
): { readonly applications: readonly AssessedApplication[]; readonly problems: readonly Problem[] } {
	const live = liveOnes(verified, isVerified);
	const told = byApplicant(sent);
	const applications = programme.courses.flatMap((course) =>
		verified
			.filter((one) => one.course === course.id)
			.sort(byTime)
			.map((one) =>
				assessOne(
					programme,
					course,
					one,
					{
						verified: isVerified(one),
						superseded: !live.has(one),
						told: toldDecision(told.get(`${course.id} ${String(one.applicant?.id)}`) ?? []),
					},
					at,
				),
			),
	);
	return { applications, problems: applications.flatMap(problemsOf) };
}

function assessOne(
	programme: Programme,
	course: Course,
	one: VerifiedApplication,
	standing: Standing,
	at: string,
): AssessedApplication {
	const decision = one.decisions[one.decisions.length - 1];
	// The new ones first: to put them behind those copied takes ten times as long.
	return {
		eligibility: assess(one.application, one.facts, course, at, one.added.timestamp),
		state: stateOf(one, course, programme, standing, at),
		late: isLate(course, one.added.timestamp),
		told: standing.told,
		offer: decision ? offerOf(decision, programme.offers, standing.told) : null,
		...one,
	};
}

function byApplicant(sent: readonly SentNotice[]): ReadonlyMap<string, readonly SentNotice[]> {
	const found = new Map<string, SentNotice[]>();
	for (const one of sent) {
		const key = `${one.course} ${String(one.applicant)}`;
		const before = found.get(key);
		if (before) before.push(one);
		else found.set(key, [one]);
	}
	return found;
}

function isVerified(one: VerifiedApplication): boolean {
	return one.applicant !== null && one.inNameOf === null && one.application.course === one.course;
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
