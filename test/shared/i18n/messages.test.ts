import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { formatMessage } from '../../../shared/i18n/formatMessage.ts';

const root = new URL('../../../', import.meta.url).pathname;
const folder = join(root, 'shared/i18n');

type Texts = Readonly<Record<string, string>>;

function read(language: string): Texts {
	const { '@metadata': metadata, ...texts } = JSON.parse(
		readFileSync(join(folder, `${language}.json`), 'utf8'),
	) as Record<string, string>;
	expect(metadata).toHaveProperty('authors');
	return texts;
}

const languages = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.slice(0, -'.json'.length));
const en = read('en');
const qqq = read('qqq');
const keys = Object.keys(en);

const source = ['shared', 'gadget', 'bot']
	.flatMap((layer) =>
		readdirSync(join(root, layer), { recursive: true }).map((name) => join(root, layer, String(name))),
	)
	.filter((name) => name.endsWith('.ts'))
	.map((name) => readFileSync(name, 'utf8'))
	.join('\n');

/** Keys written out, and those of which a part is filled in: `wikilearn-state-${state}`. In ids, the part comes first. */
const literals = [...source.matchAll(/['"`](wikilearn-[a-z0-9-]+)['"`]/g)].map(([, key]) => key!);
const patterns = [...source.matchAll(/`(wikilearn-[a-z0-9][^`]*\$\{[^`]*)`/g)].map(([, text]) =>
	text!.replace(/\$\{[^}]*\}/g, '*'),
);

/** What is said: the first parameter of a call whose name says so. Other words with this prefix are CSS classes. */
const usedKeys = [...source.matchAll(/\b(?:t|msg|say|translate)\(\s*['"`](wikilearn-[a-z0-9-]+)['"`]/g)].map(
	([, key]) => key!,
);

const usedPatterns = [...source.matchAll(/\b(?:t|msg|say|translate)\(\s*`(wikilearn-[^`]*\$\{[^`]*)`/g)].map(
	([, text]) => text!.replace(/\$\{[^}]*\}/g, '*'),
);

function fits(key: string, pattern: string): boolean {
	return new RegExp(`^${pattern.replace(/\*/g, '[a-z0-9-]+')}$`).test(key);
}

function paramsOf(text: string): readonly string[] {
	return [...new Set(text.match(/\$\d+/g) ?? [])].sort();
}

/** How many forms a count takes: messages count whole things, and no millions (which French and Spanish set apart). */
function formsOf(language: string): number {
	const rules = new Intl.PluralRules(language);
	return new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count))).size;
}

function wrongPlurals(text: string, language: string): boolean {
	const plurals = [...text.matchAll(/\{\{PLURAL:\$\d+\|([^{}]+)\}\}/g)].map(([, forms]) => forms!.split('|'));
	return plurals
		.map((forms) => forms.filter((form) => !/^\d+=/.test(form)))
		.some((forms) => forms.length !== formsOf(language) || forms.includes(''));
}

describe('the messages', () => {
	it('are all documented, in the same order', () => {
		expect(Object.keys(qqq)).toEqual(keys);
		expect(Object.values(qqq).filter((text) => text.length < 10)).toEqual([]);
	});

	it('have consistent keys', () => {
		expect(keys.filter((key) => !/^wikilearn(?:-[a-z0-9]+)+$/.test(key))).toEqual([]);
	});

	it('are grouped', () => {
		const groups = keys.map((key) => key.split('-')[1]!);
		const begun = groups.filter((group, index) => group !== groups[index - 1]);
		expect(begun).toEqual([...new Set(begun)]);
	});

	it('are all used', () => {
		const unused = keys.filter(
			(key) => !literals.includes(key) && !patterns.some((pattern) => fits(key, pattern)),
		);
		expect(unused).toEqual([]);
	});

	it('all exist', () => {
		expect([...new Set(usedKeys)].filter((key) => !keys.includes(key))).toEqual([]);
		expect([...new Set(usedPatterns)].filter((pattern) => !keys.some((key) => fits(key, pattern)))).toEqual(
			[],
		);
	});

	it('document each parameter', () => {
		const unexplained = keys.filter((key) =>
			paramsOf(en[key]!).some((param) => !qqq[key]!.includes(`* ${param} `)),
		);
		expect(unexplained).toEqual([]);
	});
});

describe.each(languages.filter((language) => language !== 'qqq'))('%s', (language) => {
	const texts = read(language);

	it('is complete', () => {
		expect(keys.filter((key) => (texts[key] ?? '').trim() === '')).toEqual([]);
	});

	it('has no key that is missing in English', () => {
		expect(Object.keys(texts).filter((key) => !keys.includes(key))).toEqual([]);
	});

	it('uses the same parameters as English', () => {
		const different = Object.keys(texts).filter(
			(key) => paramsOf(texts[key]!).join() !== paramsOf(en[key] ?? '').join(),
		);
		expect(different).toEqual([]);
	});

	it('has well-formed PLURAL and GENDER, not nested, and no other braces', () => {
		const malformed = Object.keys(texts).filter((key) =>
			/\{\{|\}\}/.test(texts[key]!.replace(/\{\{(?:PLURAL|GENDER):\$\d+\|[^{}]+\}\}/g, '')),
		);
		expect(malformed).toEqual([]);
	});

	it('has the language’s number of forms in each PLURAL', () => {
		expect(Object.keys(texts).filter((key) => wrongPlurals(texts[key]!, language))).toEqual([]);
	});

	it('renders every number without leftover braces', () => {
		const messages = { language, texts };
		const broken = Object.keys(texts).filter((key) =>
			[0, 1, 2, 3, 5, 11, 21, 100, 1002].some((count) =>
				/[{}|]|\$\d/.test(formatMessage([messages], key, count, count, count, count, count)),
			),
		);
		expect(broken).toEqual([]);
	});

	it('is supported by the bot', () => {
		for (const key of ['wikilearn-status-applicant', 'wikilearn-problem-not-saved']) {
			expect(translateInto(language)(key, '$1')).toBe(texts[key]);
		}
	});

	it('is plain text', () => {
		expect(Object.keys(texts).filter((key) => /<[a-z/]|\[\[|'''|&[a-z]+;/i.test(texts[key]!))).toEqual([]);
	});
});

it('costs at most 1 KB to document', () => {
	const { outputFiles } = buildSync({
		entryPoints: [join(folder, 'formatMessage.ts')],
		bundle: true,
		minify: true,
		format: 'esm',
		target: 'es2016',
		write: false,
	});
	expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThanOrEqual(1024);
});
