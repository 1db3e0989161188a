import { messageModules } from './messageModules.ts';

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
