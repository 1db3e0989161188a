import { assess } from '../../shared/rules/assess.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import type { EvaluatedApplication, EvaluatedCourse } from '../../shared/rules/evaluation.ts';
import type { Facts } from '../../shared/wiki/facts.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { KnownAccounts } from './accountFacts.ts';
import { factsOf } from './accountFacts.ts';

export interface AssessedApplication extends EvaluatedApplication {
	readonly facts: Facts;
	readonly eligibility: Eligibility;
}

/** A course with its applications judged by its requirements. */
export interface AssessedCourse extends EvaluatedCourse {
	readonly applications: readonly AssessedApplication[];
}

/**
 * Judges each application by its course's requirements. Plain data in, plain data out.
 *
 * @param at ISO 8601, the wiki's clock
 */
export function assessApplications(
	{ course, applications }: EvaluatedCourse,
	accounts: KnownAccounts,
	at: string,
): readonly AssessedApplication[] {
	return applications.map((application) => {
		const facts = factsOf(application.applicant, accounts);
		return Object.assign(application, {
			facts,
			eligibility: assess(application.application, facts, course, at, application.submitted),
		});
	});
}

/** What a person should look at in an application. */
export function problemsOf(application: AssessedApplication): readonly Problem[] {
	const { title, section, applicant, added, answered, state } = application;
	const about = section === '' ? title : `${title}#${section}`;
	const name = applicant?.name ?? '';
	const contacts = answersWithContact(application);
	const problems: Problem[] = [];
	const add = (kind: Problem['kind'], detail: string, { revid }: { readonly revid: number }) =>
		problems.push({ kind, about, detail, revid });
	if (application.inNameOf !== null) add('made-by-other', name, added);
	if (state === 'superseded') add('second-application', name, added);
	if (state === 'too-early') add('too-early', name, added);
	if (contacts.length > 0) add('contact-detail', contacts.join(', '), answered);
	return problems;
}

/** Which answers, by question id, hold an address or a number. What it is stays out of the report, which is public too. */
function answersWithContact({ application: { answers } }: AssessedApplication): readonly string[] {
	return Object.keys(answers).filter((question) => findContactDetails(answers[question] ?? '').length > 0);
}
