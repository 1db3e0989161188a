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

/** A course and its applications, assessed against its requirements. */
export interface AssessedCourse extends EvaluatedCourse {
	readonly applications: readonly AssessedApplication[];
}

/**
 * Assesses each application against its course's requirements. Pure.
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

/** What a reviewer should check in an application. */
export function applicationProblems(application: AssessedApplication): readonly Problem[] {
	const { title, section, applicant, added, lastChange, state } = application;
	const about = section === '' ? title : `${title}#${section}`;
	const name = applicant?.name ?? '';
	const contacts = questionsWithContact(application);
	const problems: Problem[] = [];
	const add = (kind: Problem['kind'], detail: string, { revid }: { readonly revid: number }) =>
		problems.push({ kind, about, detail, revid });
	if (application.onBehalfOf !== null) add('created-by-other-account', name, added);
	if (state === 'superseded') add('duplicate-application', name, added);
	if (state === 'too-early') add('too-early', name, added);
	if (contacts.length > 0) add('contact-detail', contacts.join(', '), lastChange);
	return problems;
}

/** The ids of questions whose answers contain contact details. The report is public, so it omits the details. */
function questionsWithContact({ application: { answers } }: AssessedApplication): readonly string[] {
	return Object.keys(answers).filter((question) => findContactDetails(answers[question] ?? '').length > 0);
}

/** Account data: local by user id, global by name. */
export interface KnownAccounts {
	readonly local: ReadonlyMap<number, AccountLookup>;
	readonly global: ReadonlyMap<string, Fact<GlobalAccount>>;
	/** Names in page titles that differ from the applicant's: the account with that name, or null. */
	readonly names: ReadonlyMap<string, NamedAccount | null>;
}

/** The facts about an applicant. */
function factsAbout(applicant: EvaluatedApplication['applicant'], accounts: KnownAccounts): AccountFacts {
	if (!applicant)
		return { local: { known: false, reason: 'no-account' }, global: { known: false, reason: 'no-account' } };
	return {
		local: accounts.local.get(applicant.id)?.fact ?? { known: false, reason: 'no-account' },
		global: accounts.global.get(applicant.name) ?? { known: false, reason: 'not-asked' },
	};
}

/** Without CentralAuth every look-up fails the same way: report that once. */
export function lookUpProblems({ local, global }: KnownAccounts): readonly Problem[] {
	const failed: Problem[] = [];
	const addIfFailed = (name: string, fact: Fact<unknown>) => {
		if (!fact.known) failed.push({ kind: 'lookup-failed', about: `User:${name}`, detail: fact.reason });
	};
	for (const { name, id, fact } of local.values()) addIfFailed(name || `#${id}`, fact);
	for (const [name, fact] of global) addIfFailed(name, fact);
	const noCentralAuth = failed.find(({ detail }) => detail === 'no-centralauth');
	return failed.filter((problem) => problem.detail !== 'no-centralauth' || problem === noCentralAuth);
}
