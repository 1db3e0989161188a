import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployTemplates } from '../bot/render/deployTemplates.ts';
import { ApiSession } from '../wiki/apiSession.ts';
import { startWiki } from '../wiki/startWiki.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Attack } from './attack.ts';
import { playAttack } from './playAttack.ts';

interface Parsed {
	readonly parse: {
		readonly text: string;
		readonly categories: readonly { readonly category: string }[];
		readonly templates: readonly { readonly title: string }[];
		readonly images: readonly string[];
		readonly properties: Readonly<Record<string, string>>;
	};
}

const corpus = ['scripts.json', 'wikitext.json'].flatMap(
	(file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly Attack[],
);
/** A tag with its attributes; MediaWiki quotes and escapes their values. */
const TAG = /<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s([\w:-]+)(?:="([^"]*)")?/g;
/** Everything else, such as the applications, is written by applicants. */
const isBotPage = (title: string): boolean => title.startsWith('Learn/Status') || title.endsWith('/Report');

describe('attack output on a real wiki', () => {
	let wiki: Wiki;
	beforeAll(async () => {
		wiki = await startWiki();
		await deployTemplates(wiki);
	});
	afterAll(() => wiki.stop());

	const parse = async (title: string, text: string): Promise<Parsed['parse']> => {
		const response = await new ApiSession(wiki.apiUrl).post<Parsed>({
			action: 'parse',
			title,
			text,
			pst: true,
			contentmodel: 'wikitext',
			prop: 'text|categories|templates|images|properties',
		});
		return response.parse;
	};

	it.each(corpus)('$name', async (attack) => {
		const { written } = await playAttack(attack);
		expect([...written.keys()].filter(isBotPage).length).toBeGreaterThan(0);
		// Joined, for two slow parse requests per attack instead of one per page.
		const join = (pages: readonly (readonly [string, string])[]) =>
			pages.map(([, text]) => text).join('\n\n');
		const bots = join([...written].filter(([title]) => isBotPage(title)));
		const others = join([...written].filter(([title]) => !isBotPage(title)));
		await Promise.all([expectHarmless('Learn/Status', bots), expectHarmless('Learn/Harassment', others)]);
	});

	async function expectHarmless(title: string, text: string): Promise<void> {
		const parsed = await parse(title, text);
		expect(findDangers(parsed.text), title).toEqual([]);
		if (!isBotPage(title)) return;
		expect(parsed.categories, title).toEqual([]);
		expect(parsed.images, title).toEqual([]);
		expect(Object.keys(parsed.properties).filter((name) => /toc|index|displaytitle/i.test(name))).toEqual([]);
		const foreign = parsed.templates.filter((template) => !template.title.startsWith('Template:WikiLearn '));
		expect(foreign, title).toEqual([]);
	}
});

function findDangers(html: string): readonly string[] {
	return [...html.matchAll(TAG)].flatMap(([tag, name = '', attributes = '']) => {
		const runs = /^(?:script|iframe|object|embed|base|svg|math|style|form|meta|html|body)$/i.test(name);
		const acts = [...attributes.matchAll(ATTRIBUTE)].some(([, key = '', value = '']) => isActive(key, value));
		return runs || acts ? [tag] : [];
	});
}

function isActive(name: string, value: string): boolean {
	if (/^on/i.test(name)) return true;
	if (/^style$/i.test(name)) return /url|expression|javascript/i.test(value);
	return /^(?:href|src|action|poster|data)$/i.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value);
}
