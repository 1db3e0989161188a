import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';

type Values = Readonly<Record<string, string>>;

/**
 * One template call on one line.
 *
 * @param texts shown as they are, whatever they hold
 * @param wikitexts trusted wikitext of our own making
 */
export function templateCall(name: string, texts: Values, wikitexts: Values = {}): string {
	return `{{${name}${parameters(texts, wikitexts)}}}`;
}

/** A template call's parameters, for those who make some of them once for many calls. */
export function parameters(texts: Values, wikitexts: Values = {}): string {
	let all = '';
	for (const key of Object.keys(texts)) all += `|${key}=${encodeAnswer(texts[key] ?? '')}`;
	for (const key of Object.keys(wikitexts)) all += `|${key}=${wikitexts[key] ?? ''}`;
	return all;
}
