import {
	readNameHolders,
	readCurrentAccounts,
	type CurrentAccount,
	type NamedAccount,
} from '../wiki/readAccountsByName.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { NamedRow } from './programmeHistory.ts';
import type { Programme } from './schema.ts';
import { normalizeTitle } from './title.ts';

/** A row of the programme page whose name differs from the name of the account with its user id. */
export interface PersonMismatch {
	readonly name: string;
	readonly id: number;
	/**
	 * `renamed`: no account has the name now. `unregistered`: no account had the id when the row was saved.
	 * `taken-over`: another account took the name after the row was saved. `another-account`: it already had the name.
	 */
	readonly kind: 'renamed' | 'unregistered' | 'taken-over' | 'another-account';
	/** English, one sentence without a full stop. */
	readonly detail: string;
	/** Whether the row still counts. */
	readonly isValid: boolean;
}

/**
 * Compares the people on a programme page with the wiki's accounts.
 *
 * @param accountsById the accounts, by user id
 * @param accountsByName the current holders of the rows' names
 */
export function comparePeople(
	rows: readonly NamedRow[],
	accountsById: ReadonlyMap<number, CurrentAccount>,
	accountsByName: ReadonlyMap<string, NamedAccount>,
): readonly PersonMismatch[] {
	const holders = new Map([...accountsByName].map(([name, account]) => [normalizeName(name), account]));
	return rows.flatMap((row): readonly PersonMismatch[] => {
		const { name, id } = row;
		const account = accountsById.get(id);
		const unregistered = { name, id, kind: 'unregistered', isValid: false } as const;
		if (!account) return [{ ...unregistered, detail: `no account has the user id ${id}` }];
		// The id did not exist yet, so the row cannot mean the account that got it later.
		if (Date.parse(account.registered ?? '') > Date.parse(row.savedAt))
			return [{ ...unregistered, detail: `the user id ${id} was nobody’s when the row was saved` }];
		if (normalizeName(account.name) === normalizeName(name)) return [];
		const holder = holders.get(normalizeName(name));
		return [{ name, id, ...describeMismatch(row, account.name, holder) }];
	});
}

function describeMismatch(
	{ name, id, savedAt }: NamedRow,
	currentName: string,
	holder: NamedAccount | undefined,
): Pick<PersonMismatch, 'kind' | 'detail' | 'isValid'> {
	const now = `the account with the user id ${id} is called ${currentName} now`;
	if (!holder) return { kind: 'renamed', detail: now, isValid: true };
	// The wiki has no date for its oldest accounts.
	const since = holder.namedSince === null ? '' : ` since ${holder.namedSince}`;
	const detail = `${now}; ${name} is another account’s name${since} (user id ${holder.id})`;
	const isLater = Date.parse(holder.namedSince ?? '') > Date.parse(savedAt);
	return isLater
		? { kind: 'taken-over', detail, isValid: true }
		: { kind: 'another-account', detail, isValid: false };
}

/** Removes the rows that do not count. Keeps the bot: a programme requires one. */
export function removeInvalidRows(programme: Programme, mismatches: readonly PersonMismatch[]): Programme {
	const isRowValid = (row: { readonly name: string; readonly id: number }): boolean =>
		!mismatches.some(({ name, id, isValid }) => !isValid && id === row.id && name === row.name);
	const { reviewers, team } = programme;
	return {
		...programme,
		reviewers: reviewers.filter(isRowValid),
		...(team && { team: team.filter(isRowValid) }),
	};
}

/** Normalizes a name as MediaWiki does when it compares names. */
function normalizeName(name: string): string {
	return normalizeTitle(name.normalize('NFC'));
}

/** Looks up the people on a programme page and compares names with user ids. @throws WikiError */
export async function readPersonMismatches(
	wiki: Wiki,
	rows: readonly NamedRow[],
): Promise<readonly PersonMismatch[]> {
	const accountsById = await readCurrentAccounts(wiki, Array.from(new Set(rows.map(({ id }) => id))));
	const differingNames = rows
		.filter(({ name, id }) => accountsById.get(id)?.name !== name)
		.map(({ name }) => name);
	return comparePeople(rows, accountsById, await readNameHolders(wiki, Array.from(new Set(differingNames))));
}
