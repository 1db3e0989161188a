import type { AccountNow, NamedAccount } from '../wiki/readNames.ts';
import type { NamedRow } from './programmeHistory.ts';
import type { Programme } from './schema.ts';
import { normalizeTitle } from './title.ts';

/** A row of the programme page whose name is not that of the account with its user id. */
export interface PersonMismatch {
	readonly name: string;
	readonly id: number;
	/**
	 * `renamed`: nobody has the name now. `unregistered`: nobody had the id when the row was saved. `taken-over`: another account got the name after
	 * the row was saved. `another-account`: it had the name already.
	 */
	readonly kind: 'renamed' | 'unregistered' | 'taken-over' | 'another-account';
	/** English, a sentence without a full stop. */
	readonly detail: string;
	/** Whether the row counts all the same. */
	readonly counts: boolean;
}

/**
 * Compares the people whom a programme page names with the wiki's accounts.
 *
 * @param byId the accounts, by user id
 * @param byName the accounts that have the rows' names now, and since when
 */
export function comparePeople(
	rows: readonly NamedRow[],
	byId: ReadonlyMap<number, AccountNow>,
	byName: ReadonlyMap<string, NamedAccount>,
): readonly PersonMismatch[] {
	const holders = new Map([...byName].map(([name, account]) => [comparable(name), account]));
	return rows.flatMap((row): readonly PersonMismatch[] => {
		const { name, id } = row;
		const account = byId.get(id);
		const unregistered = { name, id, kind: 'unregistered', counts: false } as const;
		if (!account) return [{ ...unregistered, detail: `no account has the user id ${id}` }];
		// Whoever gets an id that was nobody's is not meant by the row.
		if (Date.parse(account.registered ?? '') > Date.parse(row.savedAt))
			return [{ ...unregistered, detail: `the user id ${id} was nobody’s when the row was saved` }];
		if (comparable(account.name) === comparable(name)) return [];
		const holder = holders.get(comparable(name));
		return [{ name, id, ...judge(row, account.name, holder) }];
	});
}

function judge(
	{ name, id, savedAt }: NamedRow,
	called: string,
	holder: NamedAccount | undefined,
): Pick<PersonMismatch, 'kind' | 'detail' | 'counts'> {
	const now = `the account with the user id ${id} is called ${called} now`;
	if (!holder) return { kind: 'renamed', detail: now, counts: true };
	// Where the wiki does not know since when, the account is one of its oldest.
	const since = holder.namedSince === null ? '' : ` since ${holder.namedSince}`;
	const detail = `${now}; ${name} is another account’s name${since} (user id ${holder.id})`;
	const isLater = Date.parse(holder.namedSince ?? '') > Date.parse(savedAt);
	return isLater
		? { kind: 'taken-over', detail, counts: true }
		: { kind: 'another-account', detail, counts: false };
}

/** The programme without the rows of people that do not count. The bot stays: without it there is none. */
export function withoutInvalidRows(programme: Programme, mismatches: readonly PersonMismatch[]): Programme {
	const isValid = (row: { readonly name: string; readonly id: number }): boolean =>
		!mismatches.some(({ name, id, counts }) => !counts && id === row.id && name === row.name);
	const { reviewers, team } = programme;
	return {
		...programme,
		reviewers: reviewers.filter(isValid),
		...(team && { team: team.filter(isValid) }),
	};
}

/** Names as the wiki compares them. */
function comparable(name: string): string {
	return normalizeTitle(name.normalize('NFC'));
}
