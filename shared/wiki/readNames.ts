import * as v from 'valibot';
import type { Wiki } from '../wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { readLogEvents } from './readLogEvents.ts';
import { inBatches } from './readPages.ts';

const namesSchema = v.object({
	query: v.object({
		users: v.array(
			v.object({
				name: v.string(),
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

/** The accounts on the wiki with these names; names without an account are left out. @throws WikiError */
export async function readNames(
	wiki: Wiki,
	names: readonly string[],
	batch = 50,
): Promise<ReadonlyMap<string, NamedAccount>> {
	const found = new Map<string, NamedAccount>();
	for (const some of inBatches(names, batch)) {
		const answer = await wiki.ask({
			action: 'query',
			list: 'users',
			usprop: 'registration',
			ususers: some,
		});
		for (const { name, userid, registration } of parseAnswer(namesSchema, answer).query.users) {
			if (userid !== undefined) found.set(name, { id: userid, namedSince: registration });
		}
	}
	return found;
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
