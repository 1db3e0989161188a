import type { Facts, Known } from '../../shared/rules/facts.ts';
import type { Problem, TracedApplication } from '../../shared/submission/submission.ts';
import type { KnownAccounts } from '../bookmark/bookmark.ts';
import { nameNow, otherName } from './nameNow.ts';

export interface VerifiedApplication extends TracedApplication {
	/** The applicant's account, with its name now; null where the author is hidden or has no account. */
	readonly applicant: { readonly id: number; readonly name: string } | null;
	/** On a subpage in another account's name: that name. */
	readonly inNameOf: string | null;
	readonly facts: Facts;
}

/** Puts to each application what was looked up about its applicant. Plain data in, plain data out. */
export function verifyApplications(
	traced: readonly TracedApplication[],
	accounts: KnownAccounts,
): { readonly applications: readonly VerifiedApplication[]; readonly problems: readonly Problem[] } {
	const applications = traced.map((one): VerifiedApplication => {
		const name = nameNow(one, accounts.local);
		const applicant = name === null || !one.added.user ? null : { id: one.added.user.id, name };
		return { applicant, inNameOf: inNameOf(one, accounts), facts: factsOf(applicant, accounts), ...one };
	});
	return { applications, problems: failedLookUps(accounts) };
}

/**
 * The other account in whose name a subpage was made. After a rename the title has a name of no account, or of one that
 * someone registered later: whoever did not exist yet is not meant.
 */
function inNameOf(one: TracedApplication, { local, names }: KnownAccounts): string | null {
	const name = otherName(one, local);
	const account = name === null ? null : (names.get(name) ?? null);
	if (!account || account.id === one.added.user?.id) return null;
	const isLater =
		account.registered !== null && Date.parse(account.registered) > Date.parse(one.added.timestamp);
	return isLater ? null : name;
}

function factsOf(applicant: VerifiedApplication['applicant'], accounts: KnownAccounts): Facts {
	if (!applicant)
		return { local: { known: false, why: 'no-account' }, global: { known: false, why: 'no-account' } };
	return {
		local: accounts.local.get(applicant.id)?.fact ?? { known: false, why: 'no-account' },
		global: accounts.global.get(applicant.name) ?? { known: false, why: 'not-asked' },
	};
}

/** A wiki without CentralAuth says so about everybody: that is one thing to tell. */
function failedLookUps({ local, global }: KnownAccounts): readonly Problem[] {
	const failed: Problem[] = [];
	const note = (name: string, fact: Known<unknown>) => {
		if (!fact.known) failed.push({ kind: 'look-up-failed', about: `User:${name}`, detail: fact.why });
	};
	for (const { name, id, fact } of local.values()) note(name || `#${id}`, fact);
	for (const [name, fact] of global) note(name, fact);
	const noCentralAuth = failed.find(({ detail }) => detail === 'no-centralauth');
	return failed.filter((one) => one.detail !== 'no-centralauth' || one === noCentralAuth);
}
