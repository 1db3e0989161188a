import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { WikiError } from './wiki.ts';

/** More answers than this to one query is a loop, not a long list: at 500 a page it is 500,000 pages. */
const MOST_ANSWERS = 1000;

/**
 * Asks, and goes on asking while the API continues: because a list is longer than its limit, or because an answer
 * was cut at the wiki's size limit (`$wgAPIMaxResultSize`), which is silent but for the `continue`.
 *
 * @throws WikiError `endless` where the API keeps on continuing.
 */
export async function* askAll(wiki: Wiki, params: Params): AsyncGenerator<ApiResponse, void, void> {
	let next: Params = {};
	for (let count = 0; count < MOST_ANSWERS; count++) {
		const answer = await wiki.query({ ...params, ...next });
		yield answer;
		if (!isRecord(answer.continue)) return;
		next = answer.continue as Params;
	}
	throw new WikiError('endless', `The wiki still continues after ${MOST_ANSWERS} answers.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
