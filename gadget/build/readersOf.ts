import fallbacks from '../../shared/programme/fallbacks.json' with { type: 'json' };
import { fallbackChain } from '../../shared/programme/localize.ts';

/**
 * For each of these languages, the readers' languages that fall back to it first, in one string; readers of any other
 * read English.
 */
export function readersOf(languages: readonly string[]): Readonly<Record<string, string>> {
	const readers = Object.keys(fallbacks).filter((code) => !languages.includes(code));
	const first = (code: string): string | undefined =>
		fallbackChain(code).find((each) => each === 'en' || languages.includes(each));
	return Object.fromEntries(
		languages.map((language) => [language, readers.filter((code) => first(code) === language).join(' ')]),
	);
}
