/** Where something of ours appears, once for each place: `start(places)` of the module that is fetched for it. */
function show(selector: string, name: 'form' | 'review', messages: string): void {
	const places = document.querySelectorAll<HTMLElement>(`${selector}:not([data-wikilearn])`);
	if (!places.length) return;
	places.forEach((place) => (place.dataset.wikilearn = ''));
	const module = `ext.gadget.wikilearn-${name}`;
	// Whatever is missing, what stands there already still serves.
	void mw.loader.using([module, ...messageModules(messages)]).then((require) => {
		(require(module) as { start(places: NodeListOf<HTMLElement>): void }).start(places);
	});
}

// Fires when the page is there and again after a preview or an edit in place.
mw.hook('wikipage.content').add(() => {
	show('.wikilearn-application[data-course]', 'form', '');
	// The review itself compares the whole title with the programme's.
	if (mw.config.get('wgUserName') && mw.config.get('wgPageName').endsWith('/Review'))
		show('div.wikilearn-review', 'review', 'review-');
});

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
function messageModules(name: string): string[] {
	const reader = ` ${mw.config.get('wgUserLanguage')} `;
	const language = Object.keys(WIKILEARN_READERS).find((code) =>
		` ${code} ${WIKILEARN_READERS[code] ?? ''} `.includes(reader),
	);
	return language === undefined ? [] : [`ext.gadget.wikilearn-${name}i18n-${language}`];
}
