import * as v from 'valibot';
import type { Answer, Params, Wiki } from '../wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';

const eventsSchema = v.object({
	query: v.optional(
		v.object({
			logevents: v.optional(v.array(v.object({ title: v.optional(v.string(), '') })), []),
		}),
	),
});

/**
 * Titles of the pages that an administrator brought back, whole or in part. Where a page had been made anew meanwhile,
 * its older revisions are not the parents of its newer ones.
 *
 * @param since ISO 8601
 * @throws WikiError
 */
export async function readRestored(wiki: Wiki, since: string): Promise<ReadonlySet<string>> {
	const titles: string[] = [];
	for await (const answer of askAll(wiki, { action: 'query', ...restoredParams(since) }))
		titles.push(...restoredIn(answer));
	return new Set(titles);
}

/** What a query takes besides so that {@link restoredIn} can read its answer. */
export function restoredParams(since: string): Params {
	return {
		list: 'logevents',
		leaction: 'delete/restore',
		leprop: 'title',
		lelimit: 'max',
		leend: since,
	};
}

export function restoredIn(answer: Answer): readonly string[] {
	return (parseAnswer(eventsSchema, answer).query?.logevents ?? []).map(({ title }) => title);
}
