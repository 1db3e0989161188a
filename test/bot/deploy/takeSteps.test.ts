import { describe, expect, it } from 'vitest';
import { takeSteps } from '../../../bot/deploy/deploy.ts';
import { missingRights } from '../../../bot/deploy/missingRights.ts';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';

const TITLE = 'MediaWiki:Gadget-wikilearn-programme.json';

/** Loses the answer to every write; the page says this afterwards. */
function losingWiki(text: string): Wiki {
	const revisions = [{ revid: 8, slots: { main: { content: text } } }];
	return {
		query: () => Promise.resolve({ query: { pages: [{ title: TITLE, pageid: 1, revisions }] } }),
		edit: () => Promise.reject(new WikiError('lost', 'no answer', 'unknown')),
	};
}

describe('a deployment whose answer was lost', () => {
	const step = { title: TITLE, kind: 'write', present: null, text: '{ "name": "A & B" }' } as const;

	it('knows its own JSON page as the wiki formats it', async () => {
		const results = await takeSteps(losingWiki('{\n    "name": "A \\u0026 B"\n}'), [step], 'why', false);
		expect(results).toEqual([{ title: TITLE, kind: 'saved', revid: 8, edited: true }]);
	});

	it('does not take somebody else’s page for its own', async () => {
		const results = await takeSteps(losingWiki('{ "name": "C" }'), [step], 'why', false);
		expect(results).toMatchObject([{ title: TITLE, kind: 'conflict' }]);
	});
});

describe('missing rights', () => {
	it('are named with the pages that need them', () => {
		const pages = [
			{ title: 'MediaWiki:Gadget-x.js', isNew: false },
			{ title: 'MediaWiki:Gadgets-definition', isNew: false },
			{ title: 'Template:X', isNew: true },
		];
		expect(missingRights(pages, ['edit', 'editinterface'])).toEqual([
			{ right: 'editsitejs', pages: ['MediaWiki:Gadget-x.js'] },
			{ right: 'createpage', pages: ['Template:X'] },
		]);
		expect(missingRights(pages, ['edit', 'createpage', 'editinterface', 'editsitejs'])).toEqual([]);
	});
});
