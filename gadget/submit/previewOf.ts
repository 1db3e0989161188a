import type { Wiki } from '../../shared/wiki/wiki.ts';
import { h } from '../ui/h.ts';
import { isRecord } from '../isRecord.ts';

/**
 * A page as the wiki will show it, made by the wiki's own parser from the text that will be saved.
 *
 * @throws WikiError
 */
export async function previewOf(wiki: Wiki, title: string, text: string): Promise<HTMLElement> {
	const { parse } = await wiki.query({
		action: 'parse',
		title,
		text,
		contentmodel: 'wikitext',
		pst: true,
		preview: true,
		prop: 'text',
		disableeditsection: true,
		disablelimitreport: true,
		uselang: mw.config.get('wgUserLanguage'),
	});
	const html = isRecord(parse) && typeof parse.text === 'string' ? parse.text : '';
	// The wiki's parser made it, as it makes the page itself; read into a document of its own, no script of it runs.
	const nodes = Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes);
	return h('div', { class: 'wikilearn-preview' }, ...nodes);
}
