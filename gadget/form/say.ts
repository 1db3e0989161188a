import english from '../../shared/i18n/en.json' with { type: 'json' };
import { formatMessage } from '../../shared/i18n/formatMessage.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { LocalText } from '../../shared/programme/schema.ts';

const builtIn: Readonly<Record<string, string>> = english;

/** The reader's language, as MediaWiki calls it. */
export function readerLanguage(): string {
	return mw.config.get('wgUserLanguage');
}

/** A message in the reader's language, or in English where it has none. */
export function say(key: string, ...parameters: readonly (string | number)[]): string {
	const own = mw.messages.get(key);
	return typeof own === 'string'
		? formatMessage(own, parameters, readerLanguage())
		: formatMessage(builtIn[key] ?? key, parameters, 'en');
}

/** A text of the programme in the reader's language. */
export function text(words: LocalText): string {
	return localize(words, readerLanguage());
}
