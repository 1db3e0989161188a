import pMap from 'p-map';
import type { GlobalAccount, Fact } from '../../../shared/wiki/accountFacts.ts';
import { getRequiredLookups } from '../../../shared/rules/assessApplication.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { hasAccount } from '../../../shared/history/change.ts';
import type { TracedApplication } from '../../../shared/history/submission.ts';
import { findOtherTitleName } from '../../../shared/rules/identity.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readAccounts } from '../../../shared/wiki/readAccounts.ts';
import { readGlobalAccount } from '../../../shared/wiki/readGlobalAccount.ts';
import { readNameHolders } from '../../../shared/wiki/readAccountsByName.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { KnownAccounts } from '../../plan/assessApplications.ts';
import type { Affected } from './affected.ts';

/** Concurrent requests for global accounts. */
const MAX_CONCURRENT = 4;

/** The accounts to look up. */
interface LookUp {
	readonly site: Site;
	readonly programme: Programme;
	readonly traced: readonly TracedApplication[];
}

/**
 * Looks up the applicants: local facts in batches, global facts per account, and only for courses whose requirements
 * need them. Cached facts are not looked up again, unless the look-up failed.
 *
 * @param cached facts that are still valid
 * @param onProgress the number of global accounts looked up, and of all; not called if there are none
 * @returns facts of these applicants and of the people in the programme
 * @throws WikiError if names in titles cannot be looked up: applicants are identified by them
 */
export async function lookUpAccounts(
	wiki: Wiki,
	{ site, programme, traced: applications }: LookUp,
	cached: KnownAccounts,
	onProgress?: (done: number, total: number) => void,
): Promise<KnownAccounts> {
	const people = peopleOf(programme);
	const ids = unique([...applications.flatMap(accountOf).map(({ id }) => id), ...people.map(({ id }) => id)]);
	const [cachedIds, missingIds] = partition(ids, (id) => isLocalKnown(cached.local, id));
	const accounts = await readAccounts(wiki, missingIds, site.wikiId, site.batchSize);
	const local = new Map([...pick(cached.local, cachedIds), ...accounts]);
	// A name on the programme page that differs from its account's name may be another account's.
	const misnamed = people.filter(({ name, id }) => local.get(id)?.name !== name).map(({ name }) => name);
	const names = unique([
		...applications.flatMap((application) => findOtherTitleName(application) ?? []),
		...misnamed,
	]);
	const [cachedNames, missingNames] = partition(names, (name) => cached.names.has(name));
	const foundAccounts = await readNameHolders(wiki, missingNames, site.batchSize);
	return {
		local,
		global: await lookUpGlobalAccounts(
			wiki,
			globalNamesNeeded(programme, applications),
			cached.global,
			onProgress,
		),
		names: new Map([
			...pick(cached.names, cachedNames),
			...missingNames.map((name) => [name, foundAccounts.get(name) ?? null] as const),
		]),
	};
}

/** Without CentralAuth every look-up fails: stop after the first such response. */
async function lookUpGlobalAccounts(
	wiki: Wiki,
	names: readonly string[],
	cached: KnownAccounts['global'],
	onProgress?: (done: number, total: number) => void,
): Promise<KnownAccounts['global']> {
	const [cachedNames, missingNames] = partition(names, (name) => cached.get(name)?.known ?? false);
	if (missingNames.length > 0) onProgress?.(0, missingNames.length);
	let done = 0;
	const lookUpOne = async (name: string): Promise<Fact<GlobalAccount>> => {
		const fact = await readGlobalAccount(wiki, name);
		onProgress?.(++done, missingNames.length);
		return fact;
	};
	const first = missingNames[0] === undefined ? null : await lookUpOne(missingNames[0]);
	const isAbsent = first !== null && !first.known && first.reason === 'no-centralauth';
	const rest = await pMap(
		missingNames.slice(1),
		(name): Promise<Fact<GlobalAccount>> | Fact<GlobalAccount> => (isAbsent ? first : lookUpOne(name)),
		{ concurrency: MAX_CONCURRENT },
	);
	const facts = first === null ? [] : [first, ...rest];
	return new Map([
		...pick(cached, cachedNames),
		...facts.map((fact, index) => [missingNames[index] ?? '', fact] as const),
	]);
}

function globalNamesNeeded(
	programme: Programme,
	applications: readonly TracedApplication[],
): readonly string[] {
	const courseIds = new Set(
		programme.courses.filter((course) => getRequiredLookups(course).global).map(({ id }) => id),
	);
	return unique(
		applications
			.filter(({ course }) => courseIds.has(course))
			.flatMap(accountOf)
			.map(({ name }) => name),
	);
}

function accountOf({ added: { user } }: TracedApplication): readonly Author[] {
	return user && hasAccount(user) ? [user] : [];
}

function peopleOf({ bot, reviewers, team = [] }: Programme): readonly { name: string; id: number }[] {
	return [bot, ...reviewers, ...team];
}

function isLocalKnown(local: KnownAccounts['local'], id: number): boolean {
	return local.get(id)?.fact.known ?? false;
}

function partition<T>(
	items: readonly T[],
	test: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
	return [items.filter(test), items.filter((item) => !test(item))];
}

function pick<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): readonly (readonly [K, V])[] {
	return keys.flatMap((key) => {
		const value = map.get(key);
		return value === undefined ? [] : [[key, value] as const];
	});
}

function unique<T>(items: readonly T[]): readonly T[] {
	return [...new Set(items)];
}

export const NO_ACCOUNTS: KnownAccounts = { local: new Map(), global: new Map(), names: new Map() };
/** The maximum age of cached facts: a day. */
const MAX_FACT_AGE_MS = 24 * 60 * 60 * 1000;
function isFresh(fact: Fact<unknown>, now: string): boolean {
	return fact.known && Date.parse(now) - Date.parse(fact.at) < MAX_FACT_AGE_MS;
}

/**
 * The cached facts that are still valid: drops those older than a day, those of accounts whose rights, blocks or
 * names changed, and local facts of accounts that edited, whose edit count changed.
 *
 * @param now ISO 8601, the wiki's clock
 */
export function freshFacts(cached: KnownAccounts, affected: Affected, now: string): KnownAccounts {
	const { accounts, editors } = affected;
	return {
		local: new Map(
			[...cached.local].filter(
				([, { name, fact }]) => !accounts.has(name) && !editors.has(name) && isFresh(fact, now),
			),
		),
		global: new Map([...cached.global].filter(([name, fact]) => !accounts.has(name) && isFresh(fact, now))),
		names: new Map([...cached.names].filter(([name]) => !accounts.has(name))),
	};
}
