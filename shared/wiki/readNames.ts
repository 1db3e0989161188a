import * as v from 'valibot';
import type { Params, Wiki } from './wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { readLogEvents } from './readLogEvents.ts';
import { inBatches } from './readPages.ts';

const usersSchema = v.object({
	query: v.object({
		users: v.array(
			v.object({
				name: v.optional(v.string(), ''),
				userid: v.optional(v.number()),
				registration: v.optional(v.nullable(v.string()), null),
			}),
		),
	}),
});

export interface NamedAccount {
	readonly id: number;
	/** Since when the account has the name, ISO 8601; null where the wiki does not know, as of the oldest accounts. */
	readonly namedSince: string | null;
}

/** An account as it is now. */
export interface AccountNow {
	readonly name: string;
	/** ISO 8601; null where the wiki does not know, as of the oldest accounts. */
	readonly registered: string | null;
}

/** The accounts on the wiki with these names; names without an account are left out. @throws WikiError */
export async function readNames(
	wiki: Wiki,
	names: readonly string[],
	batch = 50,
): Promise<ReadonlyMap<string, NamedAccount>> {
	const users = await readUsers(wiki, inBatches(names, batch), (some) => ({ ususers: some }));
	return new Map(users.map(({ id, name, registered }) => [name, { id, namedSince: registered }]));
}

/**
 * The same, where it matters since when an account has its name: who had it before and was renamed is not the present holder.
 * One request more for each account.
 *
 * @throws WikiError
 */
export async function readNamesWithHistory(
	wiki: Wiki,
	names: readonly string[],
	batch = 50,
): Promise<ReadonlyMap<string, NamedAccount>> {
	const found = new Map(await readNames(wiki, names, batch));
	for (const [name, account] of found) {
		const events = await readLogEvents(wiki, { letype: 'renameuser', letitle: `User:${name}`, lelimit: 1 });
		const [renamed] = events;
		const since = account.namedSince ?? '';
		if (renamed && renamed.timestamp > since) found.set(name, { ...account, namedSince: renamed.timestamp });
	}
	return found;
}

/** The accounts with these user ids as they are now; ids without an account are left out. @throws WikiError */
export async function readAccountsNow(
	wiki: Wiki,
	ids: readonly number[],
	batch = 50,
): Promise<ReadonlyMap<number, AccountNow>> {
	const users = await readUsers(wiki, inBatches(ids, batch), (some) => ({ ususerids: some }));
	return new Map(users.map(({ id, name, registered }) => [id, { name, registered }]));
}

async function readUsers<T>(
	wiki: Wiki,
	batches: readonly (readonly T[])[],
	which: (some: readonly T[]) => Params,
): Promise<readonly (AccountNow & { readonly id: number })[]> {
	const found = [];
	for (const some of batches) {
		const answer = await wiki.query({
			action: 'query',
			list: 'users',
			usprop: 'registration',
			...which(some),
		});
		for (const { userid, name, registration } of parseAnswer(usersSchema, answer).query.users)
			// An id that is no account's has no name.
			if (userid !== undefined && name !== '') found.push({ id: userid, name, registered: registration });
	}
	return found;
}
