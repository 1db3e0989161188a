import * as v from 'valibot';
import type { Params, Wiki } from './wiki.ts';
import { parseResponse } from './response.ts';
import { readLogEvents } from './readLogEvents.ts';
import { splitIntoBatches } from './readPages.ts';

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
	/** When the account got its name, ISO 8601; null if the wiki has no record (the oldest accounts). */
	readonly namedSince: string | null;
}

/** An account's current data. */
export interface CurrentAccount {
	readonly name: string;
	/** ISO 8601; null if the wiki has no record (the oldest accounts). */
	readonly registered: string | null;
}

/** Reads the accounts with these names. Omits names without an account. @throws WikiError */
export async function readAccountsByName(
	wiki: Wiki,
	names: readonly string[],
	batchSize = 50,
): Promise<ReadonlyMap<string, NamedAccount>> {
	const users = await readUsers(wiki, splitIntoBatches(names, batchSize), (batch) => ({ ususers: batch }));
	return new Map(users.map(({ id, name, registered }) => [name, { id, namedSince: registered }]));
}

/**
 * Like {@link readAccountsByName}, with the time since when each account has had its name: an earlier holder may have been
 * renamed. Takes one more request per account.
 *
 * @throws WikiError
 */
export async function readNameHolders(
	wiki: Wiki,
	names: readonly string[],
	batchSize = 50,
): Promise<ReadonlyMap<string, NamedAccount>> {
	const found = new Map(await readAccountsByName(wiki, names, batchSize));
	for (const [name, account] of found) {
		const events = await readLogEvents(wiki, { letype: 'renameuser', letitle: `User:${name}`, lelimit: 1 });
		const [renamed] = events;
		const since = account.namedSince ?? '';
		if (renamed && renamed.timestamp > since) found.set(name, { ...account, namedSince: renamed.timestamp });
	}
	return found;
}

/** Reads the accounts with these user ids. Omits ids without an account. @throws WikiError */
export async function readCurrentAccounts(
	wiki: Wiki,
	ids: readonly number[],
	batchSize = 50,
): Promise<ReadonlyMap<number, CurrentAccount>> {
	const users = await readUsers(wiki, splitIntoBatches(ids, batchSize), (batch) => ({ ususerids: batch }));
	return new Map(users.map(({ id, name, registered }) => [id, { name, registered }]));
}

async function readUsers<T>(
	wiki: Wiki,
	batches: readonly (readonly T[])[],
	toParams: (batch: readonly T[]) => Params,
): Promise<readonly (CurrentAccount & { readonly id: number })[]> {
	const users = [];
	for (const batch of batches) {
		const response = await wiki.query({
			action: 'query',
			list: 'users',
			usprop: 'registration',
			...toParams(batch),
		});
		for (const { userid, name, registration } of parseResponse(usersSchema, response).query.users)
			// An id that is no account's has no name.
			if (userid !== undefined && name !== '') users.push({ id: userid, name, registered: registration });
	}
	return users;
}
