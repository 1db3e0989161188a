/** Loads a module if its mounts are on the page, and calls its `start(mounts)` once per mount. */
function loadModule(selector: string, name: 'form' | 'review', messagesPrefix: string): void {
	const mounts = document.querySelectorAll<HTMLElement>(`${selector}:not([data-wikilearn])`);
	if (!mounts.length) return;
	mounts.forEach((mount) => (mount.dataset.wikilearn = ''));
	const module = `ext.gadget.wikilearn-${name}`;
	// If loading fails, the mounts keep their original content.
	void mw.loader.using([module, ...messageModules(messagesPrefix)]).then((require) => {
		(require(module) as { start(places: NodeListOf<HTMLElement>): void }).start(mounts);
	});
}

// Fires when the page is ready, and again after a preview or a live edit.
mw.hook('wikipage.content').add(() => {
	loadModule('.wikilearn-application[data-course]', 'form', '');
	// A cheap pre-check: the review module compares the full title with the programme's.
	if (mw.config.get('wgUserName') && mw.config.get('wgPageName').endsWith('/Review'))
		loadModule('div.wikilearn-review', 'review', 'review-');
});

/**
 * The languages with messages, besides English, each with the reader languages that fall back to it
 * (`{ ar: 'aeb-arab arq arz', … }`). Inserted by the build.
 */
declare const WIKILEARN_READERS: Readonly<Record<string, string>>;

/**
 * The module with a script's messages in the reader's language, if there is one. Does not use MediaWiki's fallback chain,
 * because it is not loaded yet and would cost a round trip.
 *
 * @param name the script's name with a trailing hyphen; empty for the form
 */
function messageModules(name: string): string[] {
	const readerCode = ` ${mw.config.get('wgUserLanguage')} `;
	const language = Object.keys(WIKILEARN_READERS).find((code) =>
		` ${code} ${WIKILEARN_READERS[code] ?? ''} `.includes(readerCode),
	);
	return language === undefined ? [] : [`ext.gadget.wikilearn-${name}i18n-${language}`];
}
