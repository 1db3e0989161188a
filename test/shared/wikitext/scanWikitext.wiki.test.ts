import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import { samples } from '../../samples.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { generatedPage } from './generatedPage.ts';
import { wikitextOfTree } from './wikitextOfTree.ts';

const seed = 20201231;
const pages = samples(1000);
const hardPages = new URL('pages/', import.meta.url);

let wiki: Wiki;
let session: ApiSession;
let tags: readonly string[];

beforeAll(async () => {
	wiki = await startWiki();
	session = new ApiSession(wiki.apiUrl);
	const response = await session.get<{ query: { extensiontags: readonly string[] } }>({
		action: 'query',
		meta: 'siteinfo',
		siprop: 'extensiontags',
	});
	tags = response.query.extensiontags.map((tag) => tag.slice(1, -1));
});

afterAll(async () => {
	await wiki.stop();
});

async function findDifferences(texts: readonly string[]): Promise<readonly object[]> {
	const found: object[] = [];
	for (const text of texts) {
		const response = await session.post<{ parse: { parsetree: string } }>({
			action: 'parse',
			text,
			contentmodel: 'wikitext',
			prop: 'parsetree',
			token: '',
		});
		const tree = wikitextOfTree(response.parse.parsetree);
		expect(tree.text.trimEnd()).toBe(text.trimEnd());
		const ours = readStructure(tree.text);
		const theirs = { ...tree, text: undefined };
		if (JSON.stringify(ours) !== JSON.stringify(theirs)) found.push({ text, ours, theirs });
	}
	return found;
}

/** In the shape and order of the tree's reading. */
function readStructure(text: string): object {
	const scan = scanWikitext(text, tags);
	return {
		text: undefined,
		templates: scan.templates.map(({ start, end, parts }) => ({
			start,
			end,
			title: text.slice(parts[0]!.start, parts[0]!.end),
			params: parts.slice(1).map((part) => {
				const named = part.equals >= 0;
				return [
					named ? text.slice(part.start, part.equals) : null,
					text.slice(named ? part.equals + 1 : part.start, part.end),
				];
			}),
		})),
		headings: scan.headings.map(({ start, level }) => ({ start, level })),
		comments: scan.comments.map(({ cutStart, cutEnd }) => ({
			start: cutStart,
			text: text.slice(cutStart, cutEnd),
		})),
		extensions: scan.extensions.map(({ start, end, name }) => ({ start, end, name })),
	};
}

it(`reads generated pages as MediaWiki does (seed ${seed}, ${pages} pages)`, async () => {
	const texts = fc.sample(generatedPage, { seed, numRuns: pages });
	const found = await findDifferences(texts);
	console.log(`parse tree: ${texts.length} generated pages, ${found.length} differences`);
	expect(found).toEqual([]);
});

it('parses the difficult pages as MediaWiki does', async () => {
	const files = readdirSync(hardPages);
	expect(files.length).toBeGreaterThan(15);
	const found = await findDifferences(files.map((file) => readFileSync(new URL(file, hardPages), 'utf8')));
	console.log(`parse tree: ${files.length} hard pages, ${found.length} differences`);
	expect(found).toEqual([]);
});
