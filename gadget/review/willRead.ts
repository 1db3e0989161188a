import { fill, h } from '../form/h.ts';
import { say } from '../form/say.ts';
import { previewOf } from '../send/previewOf.ts';
import { markText, type WantedMark } from './placeMark.ts';
import type { Reviewing } from './reviewing.ts';

const PAUSE_MS = 300;

/** The line as it will read on the page, made by the wiki's own parser, a moment after the last change. */
export function willRead(
	{ wiki, account }: Reviewing,
	title: string,
	read: () => WantedMark | null,
): { readonly element: HTMLElement; changed(): void } {
	const element = h('div', { class: 'wikilearn-will-read', 'aria-live': 'polite' });
	let timer = 0;
	let shown = '';
	const show = async (): Promise<void> => {
		const mark = read();
		const said = JSON.stringify(mark);
		if (!mark || said === shown) return;
		const date = new Date().toISOString().replace(/\.\d+/, '');
		const line = await previewOf(wiki, title, markText(mark, { user: { id: 0, name: account }, date }));
		if (JSON.stringify(read()) !== said) return;
		shown = said;
		fill(element, h('p', {}, say('wikilearn-review-will-read')), line);
	};
	return {
		element,
		changed() {
			window.clearTimeout(timer);
			timer = window.setTimeout(() => {
				show().catch((error: unknown) => {
					mw.log.warn('wikilearn', error);
				});
			}, PAUSE_MS);
		},
	};
}
