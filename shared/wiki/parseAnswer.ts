import * as v from 'valibot';
import type { ApiResponse } from './wiki.ts';
import { WikiError } from './wiki.ts';

/**
 * Takes what is needed out of an answer. The API may add keys at any time; what is missing or of another shape is an
 * error with the place, instead of an `undefined` somewhere later.
 *
 * @throws WikiError `unexpected-answer`
 */
export function parseAnswer<T>(schema: v.GenericSchema<unknown, T>, answer: ApiResponse): T {
	const result = v.safeParse(schema, answer);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw new WikiError(
		'unexpected-answer',
		`The wiki's answer is not as expected at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`,
	);
}
