import pMap from 'p-map';
import type { GlobalAccount, Known } from '../../../shared/wiki/facts.ts';
import { requirementNeeds } from '../../../shared/rules/requirementNeeds.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { hasAccount } from '../../../shared/history/change.ts';
import type { TracedApplication } from '../../../shared/history/submission.ts';
import { otherName } from '../../../shared/rules/identify.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readAccounts } from '../../../shared/wiki/readAccounts.ts';
import { readGlobalAccount } from '../../../shared/wiki/readGlobalAccount.ts';
import { readNamesWithHistory } from '../../../shared/wiki/readNames.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { KnownAccounts } from '../../plan/accountFacts.ts';

/** How many global accounts are asked for at a time. */
const AT_ONCE = 4;

/** Whose accounts are looked up, and where. */
export interface LookUp {
	readonly site: Site;
	readonly programme: Programme;
	readonly traced: readonly TracedApplication[];
}

/**
 * Looks up the applicants: local facts in batches, global ones account by account, and those only for courses that
 * have a requirement which needs them. What is remembered is not asked again, unless it could not be told then.
 *
 * @param remembered facts that are still good
 * @param tell how many global accounts are asked for, and of how many; not told where there are none
 * @returns facts of these applicants and of the people whom the programme names
 * @throws WikiError where the names in titles cannot be looked up: without them nobody is known to be an applicant
 */
export async function lookUp(
	wiki: Wiki,
	{ site, programme, traced }: LookUp,
	remembered: KnownAccounts,
	tell?: (done: number, of: number) => void,
): Promise<KnownAccounts> {
	const people = peopleOf(programme);
	const ids = distinct([...traced.flatMap(accountOf).map(({ id }) => id), ...people.map(({ id }) => id)]);
	const [oldIds, newIds] = split(ids, (id) => isKnown(remembered.local, id));
	const asked = await readAccounts(wiki, newIds, site.wikiId, site.batch);
	const local = new Map([...pick(remembered.local, oldIds), ...asked]);
	// Whoever is named on the programme page under another name than the account's own has a namesake, maybe.
	const misnamed = people.filter(({ name, id }) => local.get(id)?.name !== name).map(({ name }) => name);
	const names = distinct([...traced.flatMap((application) => otherName(application) ?? []), ...misnamed]);
	const [oldNames, newNames] = split(names, (name) => remembered.names.has(name));
	const found = await readNamesWithHistory(wiki, newNames, site.batch);
	return {
		local,
		global: await lookUpGlobals(wiki, namesNeeded(programme, traced), remembered.global, tell),
		names: new Map([
			...pick(remembered.names, oldNames),
			...newNames.map((name) => [name, found.get(name) ?? null] as const),
		]),
	};
}

/** A wiki that has no CentralAuth for one has it for nobody: after the first such answer nobody else is asked for. */
async function lookUpGlobals(
	wiki: Wiki,
	names: readonly string[],
	remembered: KnownAccounts['global'],
	tell?: (done: number, of: number) => void,
): Promise<KnownAccounts['global']> {
	const [old, open] = split(names, (name) => remembered.get(name)?.known ?? false);
	if (open.length > 0) tell?.(0, open.length);
	let done = 0;
	const ask = async (name: string): Promise<Known<GlobalAccount>> => {
		const fact = await readGlobalAccount(wiki, name);
		tell?.(++done, open.length);
		return fact;
	};
	const first = open[0] === undefined ? null : await ask(open[0]);
	const isAbsent = first !== null && !first.known && first.why === 'no-centralauth';
	const rest = await pMap(
		open.slice(1),
		(name): Promise<Known<GlobalAccount>> | Known<GlobalAccount> => (isAbsent ? first : ask(name)),
		{ concurrency: AT_ONCE },
	);
	const asked = first === null ? [] : [first, ...rest];
	return new Map([
		...pick(remembered, old),
		...asked.map((fact, index) => [open[index] ?? '', fact] as const),
	]);
}

function namesNeeded(programme: Programme, traced: readonly TracedApplication[]): readonly string[] {
	const needing = new Set(
		programme.courses.filter((course) => requirementNeeds(course).global).map(({ id }) => id),
	);
	return distinct(
		traced
			.filter(({ course }) => needing.has(course))
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

function isKnown(local: KnownAccounts['local'], id: number): boolean {
	return local.get(id)?.fact.known ?? false;
}

function split<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
	return [items.filter(test), items.filter((item) => !test(item))];
}

function pick<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): readonly (readonly [K, V])[] {
	return keys.flatMap((key) => {
		const value = map.get(key);
		return value === undefined ? [] : [[key, value] as const];
	});
}

function distinct<T>(items: readonly T[]): readonly T[] {
	return [...new Set(items)];
}
