import * as v from 'valibot';
import type { Wiki } from '../wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { inBatches } from './readPages.ts';

const namesSchema = v.object({
	query: v.object({ users: v.array(v.object({ name: v.string(), userid: v.optional(v.number()) })) }),
});

/** Which of the names are those of accounts on the wiki, with their user ids. @throws WikiError */
export async function readNames(
	wiki: Wiki,
	names: readonly string[],
	batch = 50,
): Promise<ReadonlyMap<string, number>> {
	const found = new Map<string, number>();
	for (const some of inBatches(names, batch)) {
		const answer = await wiki.ask({ action: 'query', list: 'users', ususers: some });
		for (const { name, userid } of parseAnswer(namesSchema, answer).query.users) {
			if (userid !== undefined) found.set(name, userid);
		}
	}
	return found;
}
