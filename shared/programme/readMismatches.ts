import { comparePeople, type PersonMismatch } from './comparePeople.ts';
import type { NamedRow } from './programmeHistory.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { readAccountsNow, readNamesWithHistory } from '../wiki/readNames.ts';

/** Looks up the people whom a programme page names, and compares names and user ids. @throws WikiError */
export async function readMismatches(
	wiki: Wiki,
	rows: readonly NamedRow[],
): Promise<readonly PersonMismatch[]> {
	const byId = await readAccountsNow(wiki, Array.from(new Set(rows.map(({ id }) => id))));
	const misnamed = rows.filter(({ name, id }) => byId.get(id)?.name !== name).map(({ name }) => name);
	return comparePeople(rows, byId, await readNamesWithHistory(wiki, Array.from(new Set(misnamed))));
}
