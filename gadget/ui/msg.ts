import english from '../../shared/i18n/en.json' with { type: 'json' };
import { formatMessage, type Messages } from '../../shared/i18n/formatMessage.ts';
import { pickText } from '../../shared/programme/localize.ts';
import type { LocalText } from '../../shared/programme/schema.ts';

/** The keys of all messages, so that an undefined key does not compile. */
export type MessageKey = Exclude<keyof typeof english, '@metadata'>;

const ENGLISH_MESSAGES: Messages = { language: 'en', texts: english };

/** The reader's MediaWiki language code. */
export function readerLanguage(): string {
	return mw.config.get('wgUserLanguage');
}

/** A message in the reader's language, or in English if it is not translated. */
export function msg(key: MessageKey, ...parameters: readonly (string | number)[]): string {
	const readerMessages = { language: readerLanguage(), texts: { [key]: mw.messages.get(key) } };
	return formatMessage([readerMessages, ENGLISH_MESSAGES], key, ...parameters);
}

/** Joins the non-empty texts. */
export function joinNonEmpty(parts: readonly string[], separator: string): string {
	return parts.filter((part) => part !== '').join(separator);
}

/** A text of the programme in the reader's language. */
export function localizeText(text: LocalText): string {
	// Available on every page, because mediawiki.api depends on it.
	return pickText(text, [...mw.language.getFallbackLanguageChain(), 'en']);
}

/**
 * Sets the mount's language and direction to the reader's, or to English if there are no messages in the reader's
 * language. The surrounding page may have another language.
 */
export function setReaderLanguage(mount: HTMLElement): void {
	const root = document.documentElement;
	const hasMessages = mw.messages.exists('wikilearn-form-optional');
	mount.lang = hasMessages ? root.lang : 'en';
	mount.dir = hasMessages ? root.dir : 'ltr';
}
