import * as v from 'valibot';
import { type ApiResponse, type Wiki, type Params, WikiError } from './wiki.ts';

/**
 * Takes what is needed out of an answer. The API may add keys at any time; what is missing or of another shape is an
 * error with the place, instead of an `undefined` somewhere later.
 *
 * @throws WikiError `unexpected-answer`
 */
export function parseResponse<T>(schema: v.GenericSchema<unknown, T>, response: ApiResponse): T {
	const result = v.safeParse(schema, response);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw new WikiError(
		'unexpected-response',
		`The wiki's answer is not as expected at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`,
	);
}

/**
 * Asks, and goes on asking while the API continues: because a list is longer than its limit, or because an answer
 * was cut at the wiki's size limit (`$wgAPIMaxResultSize`), which is silent but for the `continue`.
 *
 * @throws WikiError `endless` where the API keeps on continuing.
 */
export async function* queryAll(wiki: Wiki, params: Params): AsyncGenerator<ApiResponse, void, void> {
	let next: Params = {};
	for (let count = 0; count < MAX_RESPONSES; count++) {
		const response = await wiki.query({ ...params, ...next });
		yield response;
		if (!isRecord(response.continue)) return;
		next = response.continue as Params;
	}
	throw new WikiError('endless', `The wiki still continues after ${MAX_RESPONSES} answers.`);
}

/** More answers than this to one query is a loop, not a long list: at 500 a page it is 500,000 pages. */
const MAX_RESPONSES = 1000;
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
