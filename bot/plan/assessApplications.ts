import { assessApplication } from '../../shared/rules/assessApplication.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import type { Eligibility } from '../../shared/rules/eligibility.ts';
import type { EvaluatedApplication, EvaluatedCourse } from '../../shared/rules/evaluation.ts';
import type { AccountFacts, GlobalAccount, Fact } from '../../shared/wiki/accountFacts.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { AccountLookup } from '../../shared/wiki/readAccounts.ts';
import type { NamedAccount } from '../../shared/wiki/readAccountsByName.ts';

export interface AssessedApplication extends EvaluatedApplication {
	readonly facts: AccountFacts;
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
		const facts = factsAbout(application.applicant, accounts);
		return Object.assign(application, {
			facts,
			eligibility: assessApplication(application.application, facts, course, at, application.submittedAt),
		});
	});
}

/** What a person should look at in an application. */
export function applicationProblems(application: AssessedApplication): readonly Problem[] {
	const { title, section, applicant, added, lastChange, state } = application;
	const about = section === '' ? title : `${title}#${section}`;
	const name = applicant?.name ?? '';
	const contacts = questionsWithContact(application);
	const problems: Problem[] = [];
	const add = (kind: Problem['kind'], detail: string, { revid }: { readonly revid: number }) =>
		problems.push({ kind, about, detail, revid });
	if (application.onBehalfOf !== null) add('made-by-other', name, added);
	if (state === 'superseded') add('second-application', name, added);
	if (state === 'too-early') add('too-early', name, added);
	if (contacts.length > 0) add('contact-detail', contacts.join(', '), lastChange);
	return problems;
}

/** Which answers, by question id, hold an address or a number. What it is stays out of the report, which is public too. */
function questionsWithContact({ application: { answers } }: AssessedApplication): readonly string[] {
	return Object.keys(answers).filter((question) => findContactDetails(answers[question] ?? '').length > 0);
}

/** What was found out about accounts, local ones by user id, global ones by name. */
export interface KnownAccounts {
	readonly local: ReadonlyMap<number, AccountLookup>;
	readonly global: ReadonlyMap<string, Fact<GlobalAccount>>;
	/** Names in titles that are not the applicant's: the account of that name, or null. */
	readonly names: ReadonlyMap<string, NamedAccount | null>;
}

/** What was looked up about an applicant. */
function factsAbout(applicant: EvaluatedApplication['applicant'], accounts: KnownAccounts): AccountFacts {
	if (!applicant)
		return { local: { known: false, reason: 'no-account' }, global: { known: false, reason: 'no-account' } };
	return {
		local: accounts.local.get(applicant.id)?.fact ?? { known: false, reason: 'no-account' },
		global: accounts.global.get(applicant.name) ?? { known: false, reason: 'not-asked' },
	};
}

/** A wiki without CentralAuth says so about everybody: that is one thing to report. */
export function lookUpProblems({ local, global }: KnownAccounts): readonly Problem[] {
	const failed: Problem[] = [];
	const addIfFailed = (name: string, fact: Fact<unknown>) => {
		if (!fact.known) failed.push({ kind: 'look-up-failed', about: `User:${name}`, detail: fact.reason });
	};
	for (const { name, id, fact } of local.values()) addIfFailed(name || `#${id}`, fact);
	for (const [name, fact] of global) addIfFailed(name, fact);
	const noCentralAuth = failed.find(({ detail }) => detail === 'no-centralauth');
	return failed.filter((problem) => problem.detail !== 'no-centralauth' || problem === noCentralAuth);
}
