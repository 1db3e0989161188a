import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGadget } from '../../gadget/build/buildGadget.ts';
import { login, type ApiSession } from '../wiki/apiSession.ts';
import { wikiAdmin } from '../wiki/prepareTemplate.ts';
import { startWiki } from '../wiki/startWiki.ts';
import type { Wiki } from '../wiki/wiki.ts';

const pages = await buildGadget();

describe('the gadget’s pages on a real wiki', () => {
	let wiki: Wiki;
	let session: ApiSession;

	beforeAll(async () => {
		wiki = await startWiki();
		session = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
		for (const { name, text } of pages) {
			await session.edit({ title: `MediaWiki:${name}`, text, summary: 'test' });
		}
	});
	afterAll(() => wiki.stop());

	it.each(pages)('stores $name unchanged', async ({ name, text }) => {
		const response = await session.get<{
			query: { pages: [{ revisions: [{ slots: { main: { content: string } } }] }] };
		}>({
			action: 'query',
			prop: 'revisions',
			titles: `MediaWiki:${name}`,
			rvprop: 'content',
			rvslots: 'main',
		});
		expect(response.query.pages[0].revisions[0].slots.main.content).toBe(text);
	});

	it('adds none of them to a category', async () => {
		const response = await session.get<{ query: { allcategories: unknown[] } }>({
			action: 'query',
			list: 'allcategories',
		});
		expect(response.query.allcategories).toEqual([]);
	});

	it.each(pages.filter(({ name }) => name.endsWith('.js')))(
		'serves $name through load.php',
		async ({ name, text }) => {
			const gadget = /^Gadget-(.*)\.js$/.exec(name)?.[1] ?? '';
			const response = await fetch(
				`${wiki.url}/w/load.php?modules=ext.gadget.${gadget}&lang=en&skin=vector&debug=true&only=scripts`,
			);
			expect(await response.text()).toContain(text);
		},
	);
});
