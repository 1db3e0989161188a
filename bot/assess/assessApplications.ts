import { assess } from '../../shared/rules/assess.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import { isLate } from '../../shared/rules/phase.ts';
import type { State } from '../../shared/rules/status.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { stateOf } from '../../shared/submission/stateOf.ts';
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
			.map((one) => assessOne(programme, course, one, newest.get(ownerOf(one)) !== one, at)),
	);
	return { applications, problems: applications.flatMap(problemsOf) };
}

function assessOne(
	programme: Programme,
	course: Course,
	one: VerifiedApplication,
	superseded: boolean,
	at: string,
): AssessedApplication {
	return {
		...one,
		eligibility: assess(one.application, one.facts, course, at, one.added.timestamp),
		state: stateOf(one, course, programme, { verified: isVerified(one), superseded }, at),
		late: isLate(course, one.added.timestamp),
	};
}

function isVerified(one: VerifiedApplication): boolean {
	return one.applicant !== null && one.inNameOf === null && one.application.course === one.course;
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
