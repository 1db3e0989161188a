import ar from '../../shared/i18n/ar.json' with { type: 'json' };
import de from '../../shared/i18n/de.json' with { type: 'json' };
import en from '../../shared/i18n/en.json' with { type: 'json' };
import es from '../../shared/i18n/es.json' with { type: 'json' };
import fr from '../../shared/i18n/fr.json' with { type: 'json' };
import pt from '../../shared/i18n/pt.json' with { type: 'json' };
import ru from '../../shared/i18n/ru.json' with { type: 'json' };
import zhHans from '../../shared/i18n/zh-hans.json' with { type: 'json' };
import { formatMessage, type Translate } from '../../shared/i18n/formatMessage.ts';
import { getFallbackChain } from '../../shared/programme/localize.ts';

/** All languages in which the bot writes. */
const FILES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	ar,
	de,
	en,
	es,
	fr,
	pt,
	ru,
	'zh-hans': zhHans,
};

/** The messages of a language (a MediaWiki language code), with its fallbacks. */
export function translateInto(language: string): Translate {
	const chain = getFallbackChain(language).flatMap((code) => {
		const texts = FILES[code];
		return texts ? [{ language: code, texts }] : [];
	});
	return (key, ...params) => formatMessage(chain, key, ...params);
}
