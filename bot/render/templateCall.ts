import { encodeOnce } from './encodeOnce.ts';

/**
 * One template call on one line.
 *
 * @param texts shown as they are, whatever they hold; what is undefined is no parameter
 * @param wikitexts trusted wikitext of our own making
 */
export function templateCall(
	name: string,
	texts: Readonly<Record<string, string | undefined>>,
	wikitexts: Readonly<Record<string, string>> = {},
): string {
	let call = `{{${name}`;
	for (const key of Object.keys(texts)) {
		const text = texts[key];
		if (text !== undefined) call += `|${key}=${encodeOnce(text)}`;
	}
	for (const key of Object.keys(wikitexts)) call += `|${key}=${wikitexts[key] ?? ''}`;
	return `${call}}}`;
}
