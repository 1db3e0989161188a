import type { Facts } from '../../shared/rules/facts.ts';
import type { Problem, TracedApplication } from '../../shared/submission/submission.ts';
import type { KnownAccounts } from '../bookmark/bookmark.ts';
import { nameNow } from './lookUp.ts';

export interface VerifiedApplication extends TracedApplication {
	/** The applicant's account, with its name now; null where the author is hidden or has no account. */
	readonly applicant: { readonly id: number; readonly name: string } | null;
	/** On a subpage in another account's name: that name. */
	readonly inNameOf: string | null;
	readonly facts: Facts;
}

/**
 * Puts to each application what was looked up about its applicant. Plain data in, plain data out.
 *
 * @param existing which of {@link otherNames} are names of accounts
 */
export function verifyApplications(
	traced: readonly TracedApplication[],
	accounts: KnownAccounts,
	existing: ReadonlySet<string>,
): { readonly applications: readonly VerifiedApplication[]; readonly problems: readonly Problem[] } {
	const applications = traced.map((one): VerifiedApplication => {
		const name = nameNow(one, accounts.local);
		const applicant = name === null || !one.added.user ? null : { id: one.added.user.id, name };
		const inNameOf = otherName(one, accounts).find((other) => existing.has(other)) ?? null;
		return { ...one, applicant, inNameOf, facts: factsOf(applicant, accounts) };
	});
	return { applications, problems: failedLookUps(accounts) };
}

/** The account names that have to be known to tell a renamed applicant from a page made in someone else's name. */
export function otherNames(traced: readonly TracedApplication[], accounts: KnownAccounts): readonly string[] {
	return [...new Set(traced.flatMap((one) => otherName(one, accounts)))];
}

/** The name in a subpage's title, where it is not the applicant's. After a rename it is no account's name any more. */
function otherName(one: TracedApplication, accounts: KnownAccounts): readonly string[] {
	if (one.kind !== 'subpage') return [];
	const name = one.title.slice(one.title.lastIndexOf('/') + 1);
	return name === '' || name === nameNow(one, accounts.local) ? [] : [name];
}

function factsOf(applicant: VerifiedApplication['applicant'], accounts: KnownAccounts): Facts {
	if (!applicant)
		return { local: { known: false, why: 'no-account' }, global: { known: false, why: 'no-account' } };
	return {
		local: accounts.local.get(applicant.id)?.fact ?? { known: false, why: 'no-account' },
		global: accounts.global.get(applicant.name) ?? { known: false, why: 'not-asked' },
	};
}

function failedLookUps({ local, global }: KnownAccounts): readonly Problem[] {
	const facts = [
		...[...local.values()].map(({ name, id, fact }) => ({ about: name || `#${id}`, fact })),
		...[...global].map(([about, fact]) => ({ about, fact })),
	];
	return facts.flatMap(({ about, fact }) =>
		fact.known ? [] : [{ kind: 'look-up-failed', about, detail: fact.why }],
	);
}
