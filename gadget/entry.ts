/** Where something of ours appears, once for each place: `start(places)` of the module that is fetched for it. */
function loadModule(selector: string, name: 'form' | 'review', messagesPrefix: string): void {
	const mounts = document.querySelectorAll<HTMLElement>(`${selector}:not([data-wikilearn])`);
	if (!mounts.length) return;
	mounts.forEach((mount) => (mount.dataset.wikilearn = ''));
	const module = `ext.gadget.wikilearn-${name}`;
	// Whatever is missing, what stands there already still serves.
	void mw.loader.using([module, ...messageModules(messagesPrefix)]).then((require) => {
		(require(module) as { start(places: NodeListOf<HTMLElement>): void }).start(mounts);
	});
}

// Fires when the page is there and again after a preview or an edit in place.
mw.hook('wikipage.content').add(() => {
	loadModule('.wikilearn-application[data-course]', 'form', '');
	// The review itself compares the whole title with the programme's.
	if (mw.config.get('wgUserName') && mw.config.get('wgPageName').endsWith('/Review'))
		loadModule('div.wikilearn-review', 'review', 'review-');
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
	const readerCode = ` ${mw.config.get('wgUserLanguage')} `;
	const language = Object.keys(WIKILEARN_READERS).find((code) =>
		` ${code} ${WIKILEARN_READERS[code] ?? ''} `.includes(readerCode),
	);
	return language === undefined ? [] : [`ext.gadget.wikilearn-${name}i18n-${language}`];
}
