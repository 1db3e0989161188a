import { messageModules } from './messageModules.ts';

const MOUNT = '.wikilearn-application[data-course]:not([data-wikilearn])';

function start(): void {
	const mounts = document.querySelectorAll<HTMLElement>(MOUNT);
	if (!mounts.length) return;
	mounts.forEach((mount) => (mount.dataset.wikilearn = ''));
	const form = 'ext.gadget.wikilearn-form';
	// Whatever is missing, the mount's own content still serves.
	void mw.loader.using([form, ...messageModules()]).then((require) => {
		(require(form) as { start(mounts: NodeListOf<HTMLElement>): void }).start(mounts);
	});
}

// Fires when the page is there and again after a preview or an edit in place.
mw.hook('wikipage.content').add(start);
