import en from '../shared/i18n/en.json' with { type: 'json' };
import { formatMessage } from '../shared/i18n/formatMessage.ts';
import type { Translate } from '../shared/i18n/translate.ts';
import { fallbackChain } from '../shared/programme/localize.ts';

/** Every language that the bot can write in. */
const FILES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { en };

/** The messages of a language (a MediaWiki language code), with its fallbacks. */
export function translateInto(language: string): Translate {
	const chain = fallbackChain(language).flatMap((code) => {
		const texts = FILES[code];
		return texts ? [{ language: code, texts }] : [];
	});
	return (key, ...params) => formatMessage(chain, key, ...params);
}
