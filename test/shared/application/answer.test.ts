import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer, normalizeAnswer } from '../../../shared/application/answerWikitext.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { hostileText } from './hostileText.ts';
import { samples } from '../../samples.ts';

const seed = 20201215;
const runs = { seed, numRuns: samples(20_000) };

describe(`encodeAnswer and decodeAnswer (seed ${seed}, ${runs.numRuns} cases each)`, () => {
	it('round-trip', () => {
		fc.assert(
			fc.property(hostileText, (typed) => {
				const answer = normalizeAnswer(typed);
				expect(decodeAnswer(encodeAnswer(typed))).toBe(answer);
				expect(decodeAnswer(` ${encodeAnswer(answer)}\n`)).toBe(answer);
			}),
			runs,
		);
	});

	it('survive the normalization of a saved page, and nothing that pre-save transform looks for is left', () => {
		fc.assert(
			fc.property(hostileText, (typed) => {
				const page = `{{x\n| a = ${encodeAnswer(typed)}\n}}`;
				expect(page.normalize('NFC')).toBe(page);
				expect(page).not.toMatch(/~~~|\[\[|subst:.*\}\}.*\}\}|\r|\x7f/);
			}),
			runs,
		);
	});

	it('contain nothing active for the preprocessor', () => {
		fc.assert(
			fc.property(hostileText, hostileText, (first, second) => {
				const text = `{{x\n| a = ${encodeAnswer(first)}\n| b = ${encodeAnswer(second)}\n}}\n`;
				const scan = scanWikitext(text);
				expect(scan.templates.map(({ parts }) => parts.length)).toEqual([3]);
				expect([scan.unclosed, scan.headings, scan.comments, scan.ignored]).toEqual([[], [], [], []]);
				expect(scan.extensions.filter(({ inner }) => inner !== null)).toEqual([]);
			}),
			runs,
		);
	});

	it('keep plain prose readable', () => {
		const prose =
			"I'm an admin on es.wiki since 2015 (about 3 hours a week) – it's 50% patrolling, 50% mentoring: see WP:AGF, User:Ada & co. 5 < 6, I <3 it; a/b_c * d = e!\n我来自台湾。 Я из Минска. أنا من القاهرة";
		expect(encodeAnswer(prose)).toBe(prose.replace('\n', '<br>\n'));
	});
});

describe('normalizeAnswer', () => {
	it.each([
		['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
		['\0a\x07\tb\x7f\x85', 'a\tb'],
		['\ud800x\udc00\uffff\u{1fffe}😀', '\ufffdx\ufffd\ufffd\ufffd😀'],
		[' \n a ', ' \n a '],
	])('%j is %j', (typed, normal) => {
		expect(normalizeAnswer(typed)).toBe(normal);
		expect(normalizeAnswer(normal)).toBe(normal);
	});
});

describe('decodeAnswer reads what people write by hand', () => {
	it.each([
		[' plain \n', 'plain'],
		['a<!-- no -->b', 'ab'],
		['a\n <!-- no --> \nb', 'a\nb'],
		['x <!-- open', 'x'],
		['a<br />b<BR>\nc', 'a\nb\nc'],
		['&lt;b&gt; &#x41;&#66; &nbsp;&hellip;', '<b> AB \u00a0…'],
		['&#0;&bogus;&#xD800;', '&#0;&bogus;&#xD800;'],
		['<nowiki>{{a|b}} <br> <!-- c --></nowiki>', '{{a|b}} <br> <!-- c -->'],
		['<nowiki>&lt;</nowiki><nowiki/>', '<'],
		["''me'' and [[User:A|a]] {{yes}}", "''me'' and [[User:A|a]] {{yes}}"],
		['<nowiki>open', '<nowiki>open'],
		['[https://a.org/x%7Cy https&#58;//a.org/x&#124;y]', 'https://a.org/x|y'],
		['[https://a.org/ https&#58;//evil.org/]', '[https://a.org/ https://evil.org/]'],
		['<includeonly>a</includeonly><noinclude>b</noinclude>', 'b'],
	])('%j as %j', (wikitext, answer) => {
		expect(decodeAnswer(wikitext)).toBe(answer);
	});
});
