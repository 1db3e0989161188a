import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { findCalls, normalizeTemplateName } from '../../../shared/wikitext/findCalls.ts';
import { findSections } from '../../../shared/wikitext/findSections.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { generatedPage } from './generatedPage.ts';
import { samples } from '../../samples.ts';

const seed = 20210201;
const pages = samples(20_000);
const repeated = Math.min(samples(300_000), 100_000);

describe('scanWikitext', () => {
	it(`reads any page, in proportion to its length (seed ${seed}, ${pages} pages)`, () => {
		fc.assert(
			fc.property(generatedPage, (text) => {
				const scan = scanWikitext(text);
				expect(scan.steps).toBeLessThanOrEqual(4 * text.length + 4);
				for (const { start, end } of scan.templates) {
					expect(text.slice(start, start + 2) + text.slice(end - 2, end)).toBe('{{}}');
				}
			}),
			{ seed, numRuns: pages },
		);
	});

	it(`reads on where two texts begin to differ as if it had read the whole (seed ${seed}, ${pages} pairs)`, () => {
		let resumed = 0;
		fc.assert(
			fc.property(generatedPage, generatedPage, generatedPage, (common, first, second) => {
				const before = scanWikitext(common + first);
				const whole = scanWikitext(common + second);
				const read = scanWikitext(common + second, undefined, before);
				expect({ ...read, unchangedUntil: 0, steps: 0 }).toEqual({ ...whole, steps: 0 });
				resumed += Number(read.unchangedUntil > 0);
			}),
			{ seed, numRuns: pages },
		);
		// Else it would say nothing.
		expect(resumed).toBeGreaterThan(samples(1000));
	});

	// Each unit, repeated, makes some scanner quadratic or overflow its stack.
	it.each([
		...[
			'{{',
			'{{a|',
			'{{a|b=',
			'{{WikiLearn application|',
			'{{WikiLearn application',
			'[[',
			'-{',
			'-{{',
			'{{{{{',
			'{',
			'}',
			'}}',
			']]',
			'|',
			'=',
		],
		...[
			'<!--',
			'<!-->',
			'<!--a-->',
			'\n<!--a-->',
			' <!--a--> ',
			'\n <!--a--> x',
			'<nowiki>',
			'<nowiki></nowiki>',
			'<ReF>',
			'<ref',
			'<pre ',
			'</nowiki',
			'<includeonly',
			'<noinclude>',
		],
		...[
			'==',
			'\n==',
			'\n== a ==',
			'\n= <!--a-->',
			'=<!--\n-->',
			' ',
			'\t',
			'\n ',
			'{{a[[',
			'{{a}}[[',
			'{{<!--a-->',
			'{{a|<nowiki>',
			'{{{a}} ',
		],
	])('%j over and over: steps stay in proportion', (unit) => {
		const text = unit.repeat(repeated);
		const closed = `${text}${'}}'.repeat(repeated)}`;
		expect(scanWikitext(text).steps).toBeLessThanOrEqual(4 * text.length);
		expect(scanWikitext(closed).steps).toBeLessThanOrEqual(4 * closed.length);
		expect(readApplications(text).applications).toEqual([]);
		expect(decodeAnswer(`x${text}x`).length).toBeLessThanOrEqual(text.length + 2);
		expect(encodeAnswer(text).length).toBeLessThanOrEqual(10 * text.length);
	});
});

describe('findCalls', () => {
	const find = (text: string) =>
		findCalls(scanWikitext(text), (name) => normalizeTemplateName(name) === 'A').calls;

	it('returns names, values and positions', () => {
		const text = 'x {{ a |b| c <!-- d --> = e |=f|1=g}}';
		const call = find(text)[0]!;
		expect(text.slice(call.start, call.end)).toBe(text.slice(2));
		expect(call.params.map(({ name, value, isPositional }) => [name, value, isPositional])).toEqual([
			['1', 'b', true],
			['c', ' e ', false],
			['', 'f', false],
			['1', 'g', false],
		]);
		for (const { start, end, valueStart, value } of call.params) {
			expect(text.charAt(start - 1)).toBe('|');
			expect(text.slice(valueStart, end)).toBe(value);
		}
	});
});

describe('templateName', () => {
	it.each([
		['wikiLearn application', 'WikiLearn application'],
		[' \nWikiLearn__application<!-- c --> ', 'WikiLearn application'],
		['template : WikiLearn application', 'WikiLearn application'],
		['TEMPLATE:_wikiLearn\u00a0application#x', 'WikiLearn application'],
		['plantilla:\u200eWikiLearn&#32;application', 'WikiLearn application'],
		['User:WikiLearn application', 'User:WikiLearn application'],
		['élan', 'Élan'],
		['', ''],
	])('%j is %j', (raw, name) => {
		expect(normalizeTemplateName(raw, ['plantilla'])).toBe(name);
	});
});

describe('findSections', () => {
	it('nests sections and ignores lookalike headings', () => {
		const text =
			'lead\n== A ==\na\n=== B <!-- c -->=== \n<!--\n== no ==\n-->{{x|\n== no ==\n}}<nowiki>\n== no ==\n</nowiki>\n== C ==<!-- d -->\n=D=';
		const sections = findSections(scanWikitext(text));
		expect(sections.map(({ level, title, end }) => [level, title, text.slice(end, end + 4)])).toEqual([
			[2, 'A', '== C'],
			[3, 'B <!-- c -->', '== C'],
			[2, 'C', '=D='],
			[1, 'D', ''],
		]);
	});
});
