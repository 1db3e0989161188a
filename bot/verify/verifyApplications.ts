import pMap from 'p-map';
import type { Facts, GlobalAccount, Known } from '../../shared/rules/facts.ts';
import { requirementNeeds } from '../../shared/rules/requirementNeeds.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem, TracedApplication } from '../../shared/submission/submission.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readAccounts, type AccountFact } from '../../shared/wiki/readAccounts.ts';
import { readGlobalAccount } from '../../shared/wiki/readGlobalAccount.ts';
import { readNames } from '../../shared/wiki/readNames.ts';
import type { Site } from '../../shared/wiki/readSite.ts';

export interface VerifiedApplication extends TracedApplication {
	/** The applicant's account, with its name now; null where the author is hidden or has no account. */
	readonly applicant: { readonly id: number; readonly name: string } | null;
	/** On a subpage in another account's name: that name. */
	readonly inNameOf: string | null;
	readonly facts: Facts;
}

/** How many global accounts are asked for at a time. */
const AT_ONCE = 4;

const NOT_ASKED: Known<never> = { known: false, why: 'not-asked' };

/**
 * Finds out what the wikis say about each applicant: local facts in batches, global ones account by account, and only
 * for courses that have a requirement which needs them.
 *
 * @throws WikiError only where the wiki cannot be talked to at all; a look-up that failed is a fact with its reason
 */
export async function verifyApplications(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	traced: readonly TracedApplication[],
): Promise<{ readonly applications: readonly VerifiedApplication[]; readonly problems: readonly Problem[] }> {
	const accounts = await readAccounts(wiki, accountIds(traced), site.wikiId, site.batch);
	const globals = await readGlobals(wiki, namesToAsk(programme, traced, accounts));
	const named = traced.map((one) => ({ ...one, ...identity(one, accounts) }));
	const existing = await readNames(wiki, distinct(named.flatMap(otherName)), site.batch);
	const applications = named.map((one) => ({
		...one,
		inNameOf: otherName(one).find((name) => existing.has(name)) ?? null,
		facts: factsOf(one, accounts, globals),
	}));
	return { applications, problems: [...localFailures(accounts), ...globalFailures(globals)] };
}

function accountIds(traced: readonly TracedApplication[]): readonly number[] {
	return distinct(traced.map((one) => one.added.user?.id ?? 0)).filter((id) => id !== 0);
}

function namesToAsk(
	programme: Programme,
	traced: readonly TracedApplication[],
	accounts: ReadonlyMap<number, AccountFact>,
): readonly string[] {
	const needing = new Set(
		programme.courses.filter((course) => requirementNeeds(course).global).map(({ id }) => id),
	);
	const asked = traced.filter(({ course }) => needing.has(course));
	return distinct(asked.flatMap((one) => identity(one, accounts).applicant?.name ?? []));
}

async function readGlobals(
	wiki: Wiki,
	names: readonly string[],
): Promise<ReadonlyMap<string, Known<GlobalAccount>>> {
	return new Map(
		await pMap(names, async (name) => [name, await readGlobalAccount(wiki, name)] as const, {
			concurrency: AT_ONCE,
		}),
	);
}

/** A look-up that failed knows no name; then the one in the revision has to do. */
function identity(
	{ added }: TracedApplication,
	accounts: ReadonlyMap<number, AccountFact>,
): Pick<VerifiedApplication, 'applicant'> {
	if (!added.user || added.user.id === 0) return { applicant: null };
	return { applicant: { id: added.user.id, name: accounts.get(added.user.id)?.name || added.user.name } };
}

/**
 * The name in a subpage's title, where it is not the applicant's. That it is no account's name any more tells a
 * renamed applicant from a page made for someone else.
 */
function otherName(one: TracedApplication & Pick<VerifiedApplication, 'applicant'>): readonly string[] {
	if (one.kind !== 'subpage') return [];
	const name = one.title.slice(one.title.lastIndexOf('/') + 1);
	return name === '' || name === one.applicant?.name ? [] : [name];
}

function factsOf(
	{ applicant }: Pick<VerifiedApplication, 'applicant'>,
	accounts: ReadonlyMap<number, AccountFact>,
	globals: ReadonlyMap<string, Known<GlobalAccount>>,
): Facts {
	if (!applicant)
		return { local: { known: false, why: 'no-account' }, global: { known: false, why: 'no-account' } };
	return {
		local: accounts.get(applicant.id)?.fact ?? { known: false, why: 'no-account' },
		global: globals.get(applicant.name) ?? NOT_ASKED,
	};
}

function localFailures(accounts: ReadonlyMap<number, AccountFact>): readonly Problem[] {
	return [...accounts.values()].flatMap(({ name, id, fact }) =>
		fact.known ? [] : [{ kind: 'look-up-failed' as const, about: name || `#${id}`, detail: fact.why }],
	);
}

function globalFailures(globals: ReadonlyMap<string, Known<GlobalAccount>>): readonly Problem[] {
	return [...globals].flatMap(([name, fact]) =>
		fact.known ? [] : [{ kind: 'look-up-failed' as const, about: name, detail: fact.why }],
	);
}

function distinct<T>(items: readonly T[]): readonly T[] {
	return [...new Set(items)];
}
