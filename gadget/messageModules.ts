/**
 * Languages with messages of their own, besides English, each with the readers' languages that fall back to it
 * (`{ ar: 'aeb-arab arq arz', … }`); the build writes them in.
 */
declare const WIKILEARN_READERS: Readonly<Record<string, string>>;

/**
 * The module with the form's messages for the reader, if there is one. MediaWiki's own fallback chain is not there yet
 * when this is asked, and waiting for it would cost readers a round trip.
 */
export function messageModules(): string[] {
	const reader = ` ${mw.config.get('wgUserLanguage')} `;
	const language = Object.keys(WIKILEARN_READERS).find((code) =>
		` ${code} ${WIKILEARN_READERS[code] ?? ''} `.includes(reader),
	);
	return language === undefined ? [] : [`ext.gadget.wikilearn-i18n-${language}`];
}
