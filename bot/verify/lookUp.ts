import pMap from 'p-map';
import { requirementNeeds } from '../../shared/rules/requirementNeeds.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { TracedApplication } from '../../shared/submission/submission.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readAccounts, type AccountFact } from '../../shared/wiki/readAccounts.ts';
import { readGlobalAccount } from '../../shared/wiki/readGlobalAccount.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { KnownAccounts } from '../bookmark/bookmark.ts';

/** How many global accounts are asked for at a time. */
const AT_ONCE = 4;

/**
 * Looks up the applicants: local facts in batches, global ones account by account, and those only for courses that
 * have a requirement which needs them. What is remembered is not asked again, unless it could not be told then.
 *
 * @param remembered facts that are still good
 * @returns facts of these applicants, and of nobody else
 */
export async function lookUp(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	traced: readonly TracedApplication[],
	remembered: KnownAccounts,
): Promise<KnownAccounts> {
	const ids = distinct(traced.map(({ added }) => added.user?.id ?? 0)).filter((id) => id !== 0);
	const [oldIds, newIds] = split(ids, (id) => remembered.local.get(id)?.fact.known ?? false);
	const asked = await readAccounts(wiki, newIds, site.wikiId, site.batch);
	const local = new Map([...pick(remembered.local, oldIds), ...asked]);
	const names = namesNeeded(programme, traced, local);
	const [oldNames, newNames] = split(names, (name) => remembered.global.get(name)?.known ?? false);
	const globals = await pMap(newNames, async (name) => [name, await readGlobalAccount(wiki, name)] as const, {
		concurrency: AT_ONCE,
	});
	return { local, global: new Map([...pick(remembered.global, oldNames), ...globals]) };
}

function namesNeeded(
	programme: Programme,
	traced: readonly TracedApplication[],
	local: ReadonlyMap<number, AccountFact>,
): readonly string[] {
	const needing = new Set(
		programme.courses.filter((course) => requirementNeeds(course).global).map(({ id }) => id),
	);
	return distinct(
		traced.filter(({ course }) => needing.has(course)).flatMap((one) => nameNow(one, local) ?? []),
	);
}

/** An account's name now. A look-up that failed knows none; then the one in the revision has to do. */
export function nameNow(
	{ added }: TracedApplication,
	local: ReadonlyMap<number, AccountFact>,
): string | null {
	if (!added.user || added.user.id === 0) return null;
	return local.get(added.user.id)?.name || added.user.name;
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
