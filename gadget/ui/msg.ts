import english from '../../shared/i18n/en.json' with { type: 'json' };
import { formatMessage, type Messages } from '../../shared/i18n/formatMessage.ts';
import { pickText } from '../../shared/programme/localize.ts';
import type { LocalText } from '../../shared/programme/schema.ts';

/** The keys of all messages: one that is not defined does not compile. */
export type MessageKey = Exclude<keyof typeof english, '@metadata'>;

const ENGLISH_MESSAGES: Messages = { language: 'en', texts: english };

/** The reader's language, as MediaWiki calls it. */
export function readerLanguage(): string {
	return mw.config.get('wgUserLanguage');
}

/** A message in the reader's language, or in English where it has none. */
export function msg(key: MessageKey, ...parameters: readonly (string | number)[]): string {
	const readerMessages = { language: readerLanguage(), texts: { [key]: mw.messages.get(key) } };
	return formatMessage([readerMessages, ENGLISH_MESSAGES], key, ...parameters);
}

/** Those of the words that say something, as one text. */
export function joinNonEmpty(parts: readonly string[], separator: string): string {
	return parts.filter((part) => part !== '').join(separator);
}

/** A text of the programme in the reader's language. */
export function localizeText(text: LocalText): string {
	// Loaded on every page: mediawiki.api needs it.
	return pickText(text, [...mw.language.getFallbackLanguageChain(), 'en']);
}

/**
 * Gives the mount the reader's language and direction, or English where the form has no messages in the reader's: it
 * stands in text of the page's language, which may be another.
 */
export function setReaderLanguage(mount: HTMLElement): void {
	const root = document.documentElement;
	const hasMessages = mw.messages.exists('wikilearn-form-optional');
	mount.lang = hasMessages ? root.lang : 'en';
	mount.dir = hasMessages ? root.dir : 'ltr';
}
