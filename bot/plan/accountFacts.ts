import type { EvaluatedApplication } from '../../shared/rules/evaluation.ts';
import type { Facts, GlobalAccount, Known } from '../../shared/wiki/facts.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { AccountFact } from '../../shared/wiki/readAccounts.ts';
import type { NamedAccount } from '../../shared/wiki/readNames.ts';

/** What was looked up about an applicant. */
export function factsOf(applicant: EvaluatedApplication['applicant'], accounts: KnownAccounts): Facts {
	if (!applicant)
		return { local: { known: false, why: 'no-account' }, global: { known: false, why: 'no-account' } };
	return {
		local: accounts.local.get(applicant.id)?.fact ?? { known: false, why: 'no-account' },
		global: accounts.global.get(applicant.name) ?? { known: false, why: 'not-asked' },
	};
}

/** A wiki without CentralAuth says so about everybody: that is one thing to report. */
export function failedLookUps({ local, global }: KnownAccounts): readonly Problem[] {
	const failed: Problem[] = [];
	const note = (name: string, fact: Known<unknown>) => {
		if (!fact.known) failed.push({ kind: 'look-up-failed', about: `User:${name}`, detail: fact.why });
	};
	for (const { name, id, fact } of local.values()) note(name || `#${id}`, fact);
	for (const [name, fact] of global) note(name, fact);
	const noCentralAuth = failed.find(({ detail }) => detail === 'no-centralauth');
	return failed.filter((problem) => problem.detail !== 'no-centralauth' || problem === noCentralAuth);
}

/** What was found out about accounts, local ones by user id, global ones by name. */
export interface KnownAccounts {
	readonly local: ReadonlyMap<number, AccountFact>;
	readonly global: ReadonlyMap<string, Known<GlobalAccount>>;
	/** Names in titles that are not the applicant's: the account of that name, or null. */
	readonly names: ReadonlyMap<string, NamedAccount | null>;
}
