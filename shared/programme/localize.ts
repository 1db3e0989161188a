import fallbacks from './fallbacks.json';
import type { LocalText } from './schema.ts';

const FALLBACKS: Readonly<Record<string, string>> = fallbacks;

/**
 * The languages to try for a reader's language, itself first and `en` last, from MediaWiki 1.39's `$fallback` settings
 * (`languages/messages`). In browsers, `mw.language.getFallbackLanguageChain()` has it for the reader's own language.
 */
export function getFallbackChain(language: string): readonly string[] {
	const code = language.toLowerCase().replace(/_/g, '-');
	const others = Object.prototype.hasOwnProperty.call(FALLBACKS, code)
		? (FALLBACKS[code] ?? '').split(' ')
		: [];
	return [code, ...others, 'en'].filter((candidate, index, all) => all.indexOf(candidate) === index);
}

/** The text in the reader's language or its first available fallback; otherwise the first text. */
export function localize(text: LocalText, language: string): string {
	return typeof text === 'string' ? text : pickText(text, getFallbackChain(language));
}

/** The text in the first available of these languages; otherwise the first text. */
export function pickText(text: LocalText, languages: readonly string[]): string {
	if (typeof text === 'string') return text;
	const found = languages.find((language) => Object.prototype.hasOwnProperty.call(text, language));
	return text[found ?? Object.keys(text)[0] ?? ''] ?? '';
}
