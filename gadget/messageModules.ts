/**
 * Languages with messages of their own, besides English, each with the readers' languages that fall back to it
 * (`{ ar: 'aeb-arab arq arz', … }`); the build writes them in.
 */
declare const WIKILEARN_READERS: Readonly<Record<string, string>>;

/**
 * The module with the messages of a module for the reader, if there is one. MediaWiki's own fallback chain is not there yet
 * when this is asked, and waiting for it would cost readers a round trip.
 *
 * @param name of the module, with a hyphen at its end; empty for the form
 */
export function messageModules(name: string): string[] {
	const reader = ` ${mw.config.get('wgUserLanguage')} `;
	const language = Object.keys(WIKILEARN_READERS).find((code) =>
		` ${code} ${WIKILEARN_READERS[code] ?? ''} `.includes(reader),
	);
	return language === undefined ? [] : [`ext.gadget.wikilearn-${name}i18n-${language}`];
}
