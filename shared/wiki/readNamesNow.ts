import * as v from 'valibot';
import type { Wiki } from '../wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { inBatches } from './readPages.ts';

const schema = v.object({
	query: v.object({
		users: v.array(v.object({ userid: v.optional(v.number()), name: v.optional(v.string()) })),
	}),
});

/** What accounts are called now, by user id; ids without an account are left out. @throws WikiError */
export async function readNamesNow(
	wiki: Wiki,
	ids: readonly number[],
	batch = 50,
): Promise<ReadonlyMap<number, string>> {
	const found = new Map<number, string>();
	for (const some of inBatches(ids, batch)) {
		const answer = await wiki.ask({ action: 'query', list: 'users', ususerids: some });
		for (const { userid, name } of parseAnswer(schema, answer).query.users)
			if (userid !== undefined && name !== undefined && name !== '') found.set(userid, name);
	}
	return found;
}
