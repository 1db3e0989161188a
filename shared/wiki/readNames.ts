import * as v from 'valibot';
import type { Wiki } from '../wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
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
	/** ISO 8601, or null where the wiki does not know. */
	readonly registered: string | null;
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
			if (userid !== undefined) found.set(name, { id: userid, registered: registration });
		}
	}
	return found;
}
