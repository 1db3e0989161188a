import english from '../../shared/i18n/en.json' with { type: 'json' };
import { formatMessage } from '../../shared/i18n/formatMessage.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { pickText } from '../../shared/programme/localize.ts';
import type { LocalText } from '../../shared/programme/schema.ts';

/** The keys of all messages: one that is not defined does not compile. */
export type MessageKey = Exclude<keyof typeof english, '@metadata'>;

const builtIn: Messages = { language: 'en', texts: english };

/** The reader's language, as MediaWiki calls it. */
export function readerLanguage(): string {
	return mw.config.get('wgUserLanguage');
}

/** A message in the reader's language, or in English where it has none. */
export function say(key: MessageKey, ...parameters: readonly (string | number)[]): string {
	const own = { language: readerLanguage(), texts: { [key]: mw.messages.get(key) } };
	return formatMessage([own, builtIn], key, ...parameters);
}

/** Those of the words that say something, as one text. */
export function joined(words: readonly string[], separator: string): string {
	return words.filter((each) => each !== '').join(separator);
}

/** A text of the programme in the reader's language. */
export function text(words: LocalText): string {
	// Loaded on every page: mediawiki.api needs it.
	return pickText(words, [...mw.language.getFallbackLanguageChain(), 'en']);
}
