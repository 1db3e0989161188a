/** Languages with messages of their own; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

const MOUNT = '.wikilearn-application[data-course]:not([data-wikilearn])';

/** `pt-br` is read as `pt` where there is no `pt-br`; `zh`, `zh-cn` and `zh-sg` as `zh-hans`. */
function messagesFor(reader: string): string[] {
	const wanted = [reader, reader.split('-')[0], /^zh(-cn|-sg|-my)?$/.test(reader) ? 'zh-hans' : reader];
	const language = wanted.find((code) => code !== undefined && WIKILEARN_LANGUAGES.includes(code));
	return language === undefined ? [] : [`ext.gadget.wikilearn-i18n-${language}`];
}

function start(): void {
	const mounts = document.querySelectorAll<HTMLElement>(MOUNT);
	if (!mounts.length) return;
	mounts.forEach((mount) => (mount.dataset.wikilearn = ''));
	const form = 'ext.gadget.wikilearn-form';
	// Whatever is missing, the mount's own content still serves.
	void mw.loader.using([form, ...messagesFor(mw.config.get('wgUserLanguage'))]).then((require) => {
		(require(form) as { start(mounts: NodeListOf<HTMLElement>): void }).start(mounts);
	});
}

// Fires when the page is there and again after a preview or an edit in place.
mw.hook('wikipage.content').add(start);
