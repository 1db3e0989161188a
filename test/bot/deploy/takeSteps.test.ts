import { describe, expect, it } from 'vitest';
import { applySteps } from '../../../bot/deploy/applySteps.ts';
import { findMissingRights } from '../../../bot/deploy/missingRights.ts';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';

const TITLE = 'MediaWiki:Gadget-wikilearn-programme.json';

/** Loses the answer to every write; the page says this afterwards. */
function createLossyWiki(text: string): Wiki {
	const revisions = [{ revid: 8, slots: { main: { content: text } } }];
	return {
		query: () => Promise.resolve({ query: { pages: [{ title: TITLE, pageid: 1, revisions }] } }),
		edit: () => Promise.reject(new WikiError('lost', 'no answer', 'unknown')),
	};
}

describe('a deployment whose response was lost', () => {
	const step = { title: TITLE, kind: 'write', present: null, text: '{ "name": "A & B" }' } as const;

	it('recognizes its own JSON page as formatted by the wiki', async () => {
		const results = await applySteps(
			createLossyWiki('{\n    "name": "A \\u0026 B"\n}'),
			[step],
			'why',
			false,
		);
		expect(results).toEqual([{ title: TITLE, kind: 'saved', revid: 8, edited: true }]);
	});

	it('does not mistake somebody else’s page for its own', async () => {
		const results = await applySteps(createLossyWiki('{ "name": "C" }'), [step], 'why', false);
		expect(results).toMatchObject([{ title: TITLE, kind: 'conflict' }]);
	});
});

describe('missing rights', () => {
	it('are listed with the pages that need them', () => {
		const pages = [
			{ title: 'MediaWiki:Gadget-x.js', isNew: false },
			{ title: 'MediaWiki:Gadgets-definition', isNew: false },
			{ title: 'Template:X', isNew: true },
		];
		expect(findMissingRights(pages, ['edit', 'editinterface'])).toEqual([
			{ right: 'editsitejs', pages: ['MediaWiki:Gadget-x.js'] },
			{ right: 'createpage', pages: ['Template:X'] },
		]);
		expect(findMissingRights(pages, ['edit', 'createpage', 'editinterface', 'editsitejs'])).toEqual([]);
	});
});
