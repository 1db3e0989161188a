import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';

/**
 * One template call on one line.
 *
 * @param texts shown as they are, whatever they hold
 * @param wikitexts trusted wikitext of our own making
 */
export function templateCall(
	name: string,
	texts: Readonly<Record<string, string>>,
	wikitexts: Readonly<Record<string, string>> = {},
): string {
	const params = [
		...Object.entries(texts).map(([key, value]) => `|${key}=${encodeAnswer(value)}`),
		...Object.entries(wikitexts).map(([key, value]) => `|${key}=${value}`),
	];
	return `{{${name}${params.join('')}}}`;
}
