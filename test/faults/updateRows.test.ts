import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMarkdownTable } from '../markdownTable.ts';
import type { FaultRow } from './part.ts';
import { PARTS } from './parts.ts';
import { updateRows } from './updateRows.ts';

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const ORDER = Object.keys(PARTS);
const CONTEXT = { date: '2026-12-01', nodeVersion: 'v20.19.2', seed: 7, every: 10 };
const ROW: FaultRow = { name: 'the process killed', times: 1_234, lost: 1, detail: 'a | b\nand c' };
const EMPTY = '<!-- faults:begin -->\n<!-- faults:end -->\n';

const update = (
	document: string,
	tried: Readonly<Record<string, readonly FaultRow[]>>,
	context = CONTEXT,
): string => updateRows(document, new Map(Object.entries(tried)), context, ORDER);

describe('the table of faults', () => {
	it('gets a row for what was tried, with all that is needed to try it again', () => {
		const [row] = readMarkdownTable(update(EMPTY, { kills: [ROW] }));
		expect(row).toEqual([
			'`kills`',
			'the process killed',
			'1,234',
			'1',
			'`--seed 7 --every 10`',
			'2026-12-01, Node v20.19.2',
			'a | b and c',
		]);
		const [whole] = readMarkdownTable(update(EMPTY, { kills: [ROW] }, { ...CONTEXT, every: 1 }));
		expect(whole?.[4]).toBe('`--seed 7`');
	});

	it.each(ORDER)('of the README replaces the rows of %s alone, in the order of the parts', (part) => {
		const before = readMarkdownTable(README);
		const after = readMarkdownTable(update(README, { [part]: [ROW, { ...ROW, name: 'again' }] }));
		const isOf = ([cell]: readonly string[]): boolean => cell === `\`${part}\``;
		expect(after.filter((row) => !isOf(row))).toEqual(before.filter((row) => !isOf(row)));
		expect(after.filter(isOf).map(([, name]) => name)).toEqual([ROW.name, 'again']);
		const positions = after.map(([cell = '']) => ORDER.indexOf(cell.replaceAll('`', '')));
		expect(positions).toEqual([...positions].sort((a, b) => a - b));
	});

	it('of the README is as the command leaves it', () => {
		expect(readMarkdownTable(README).length).toBeGreaterThan(0);
		expect(update(README, {})).toBe(README);
	});
});
