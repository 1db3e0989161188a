import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { protectScript, protectStyle } from '../../../gadget/build/protectFromPreSaveTransform.ts';

const body = async (script: string): Promise<string> =>
	(await protectScript('x.js', script)).split('\n').slice(1, -1).join('\n');

describe('protectScript', () => {
	it.each([
		['a signature', 'f("~~~~");'],
		['a longer row of tildes', 'f("~~~~~~");'],
		['a substitution', 'f("{{subst:PAGENAME}} {{ safesubst:x}}");'],
		['a category', 'f("[[Category:Tests]]");'],
		['the end of the protection', 'f("</nowiki>", "</NOWIKI >");'],
		['all in a template literal', 'f(`~~~~ ${a} {{subst:x}} </nowiki>`);'],
	])('neutralizes %s without changing the meaning', async (_, script) => {
		const text = await body(script);
		expect(text).not.toMatch(/~~~|\{\{\s*(safe)?subst:|\[\[category:|<\/nowiki/i);
		const run = (code: string): unknown =>
			runInNewContext(`let all; const f = (...given) => { all = given; }; ${code}; JSON.stringify(all);`, {
				a: 1,
			});
		expect(run(text)).toEqual(run(script));
	});

	it('is wrapped, and has no trailing whitespace to trim', async () => {
		const text = await protectScript('x.js', 'f();\n\n');
		expect(text).toBe('/* <nowiki> */\nf();\n/* </nowiki> */');
	});

	it('fails when tildes are operators', async () => {
		await expect(protectScript('x.js', 'f(~~~a);')).rejects.toThrow(/x\.js/);
	});

	it('fails on characters that MediaWiki would normalize', async () => {
		await expect(protectScript('x.js', 'f("e\u0301");')).rejects.toThrow(/normalize/);
		expect(await body('f("\u0001\u2000");')).toBe(String.raw`f("\u0001\u2000");`);
	});
});

describe('protectStyle', () => {
	it('fails on active wikitext', () => {
		expect(() => protectStyle('x.css', 'a::after{content:"~~~~"}')).toThrow(/x\.css.*~~/);
		expect(protectStyle('x.css', 'a{color:red}\n')).toBe('/* <nowiki> */\na{color:red}\n/* </nowiki> */');
	});
});
