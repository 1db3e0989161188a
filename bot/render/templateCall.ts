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
	let call = `{{${name}`;
	for (const key of Object.keys(texts)) call += `|${key}=${encodeAnswer(texts[key] ?? '')}`;
	for (const key of Object.keys(wikitexts)) call += `|${key}=${wikitexts[key] ?? ''}`;
	return `${call}}}`;
}
