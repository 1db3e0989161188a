import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownTable, readMarkdownTable, replaceBetweenMarkers } from './markdownTable.ts';

const BEGIN = '<!-- x:begin -->';
const END = '<!-- x:end -->';

describe('a table in Markdown', () => {
	it('pads cells, and puts numbers on the right', () => {
		const columns = [{ heading: 'part' }, { heading: 'times', isNumeric: true }];
		expect(markdownTable(columns, [['kills', '21'], ['form']])).toBe(
			['| part  | times |', '| ----- | ----: |', '| kills |    21 |', '| form  |       |'].join('\n'),
		);
	});

	it('reads back the cells that it wrote, whatever they contain', () => {
		const word = fc.string({ unit: fc.constantFrom('a', ' ', '|', '\n', '`', '-', 'é', '\\') });
		const cell = word.map((text) => text.trim());
		const columns = [{ heading: 'a' }, { heading: '', isNumeric: true }, { heading: 'c' }];
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
				const inOneLine = rows.map((row) => row.map((text) => text.replace(/\s*\n\s*/g, ' ')));
				expect(readMarkdownTable(`Before.\n\n${markdownTable(columns, rows)}\n`)).toEqual(inOneLine);
			}),
		);
	});

	it('has no rows where there is no table', () => {
		expect(readMarkdownTable('Nothing was measured.')).toEqual([]);
	});
});

describe('replacing between markers', () => {
	it('leaves everything outside of them as it is', () => {
		const document = `# Title\n\n${BEGIN}\n\nold\n\n${END}\nAfter.\n`;
		expect(replaceBetweenMarkers(document, 'x', (text) => `${text} and $& new`)).toBe(
			`# Title\n\n${BEGIN}\n\nold and $& new\n\n${END}\nAfter.\n`,
		);
	});

	it.each([
		['no markers', 'text'],
		['no end', `${BEGIN} text`],
		['no beginning', `text ${END}`],
		['the wrong order', `${END} text ${BEGIN}`],
		['two beginnings', `${BEGIN} text ${BEGIN} text ${END}`],
		['two ends', `${BEGIN} text ${END} text ${END}`],
		['another end before', `${END} ${BEGIN} text ${END}`],
		['the markers of another table', '<!-- y:begin -->\n<!-- y:end -->'],
	])('refuses a document with %s', (_, document) => {
		expect(() => replaceBetweenMarkers(document, 'x', () => 'new')).toThrow('x:begin');
	});
});
