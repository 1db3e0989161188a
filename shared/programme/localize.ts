import fallbacks from './fallbacks.json';
import type { LocalText } from './schema.ts';

const FALLBACKS: Readonly<Record<string, string>> = fallbacks;

/**
 * The languages to try for readers of a language, it first and `en` last, as MediaWiki has them (`$fallback` in its
 * `languages/messages`; these are of 1.39). Browsers have the same for the reader's own language: `mw.language.getFallbackLanguageChain()`.
 */
export function getFallbackChain(language: string): readonly string[] {
	const code = language.toLowerCase().replace(/_/g, '-');
	const others = Object.prototype.hasOwnProperty.call(FALLBACKS, code)
		? (FALLBACKS[code] ?? '').split(' ')
		: [];
	return [code, ...others, 'en'].filter((candidate, index, all) => all.indexOf(candidate) === index);
}

/** The text for a reader of this language; where none of its fallbacks is there, the first text that is. */
export function localize(text: LocalText, language: string): string {
	return typeof text === 'string' ? text : pickText(text, getFallbackChain(language));
}

/** The text in the first of these languages; where there is none, the first text. */
export function pickText(text: LocalText, languages: readonly string[]): string {
	if (typeof text === 'string') return text;
	const found = languages.find((language) => Object.prototype.hasOwnProperty.call(text, language));
	return text[found ?? Object.keys(text)[0] ?? ''] ?? '';
}
