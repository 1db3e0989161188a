import * as v from 'valibot';
import type { AccountNow } from '../programme/comparePeople.ts';
import type { Wiki } from '../wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { inBatches } from './readPages.ts';

const schema = v.object({
	query: v.object({
		users: v.array(
			v.object({
				userid: v.optional(v.number()),
				name: v.optional(v.string()),
				registration: v.optional(v.nullable(v.string()), null),
			}),
		),
	}),
});

/** The accounts with these user ids as they are now; ids without an account are left out. @throws WikiError */
export async function readAccountsNow(
	wiki: Wiki,
	ids: readonly number[],
	batch = 50,
): Promise<ReadonlyMap<number, AccountNow>> {
	const found = new Map<number, AccountNow>();
	for (const some of inBatches(ids, batch)) {
		const answer = await wiki.ask({
			action: 'query',
			list: 'users',
			usprop: 'registration',
			ususerids: some,
		});
		for (const { userid, name, registration } of parseAnswer(schema, answer).query.users)
			if (userid !== undefined && name !== undefined && name !== '')
				found.set(userid, { name, registered: registration });
	}
	return found;
}
