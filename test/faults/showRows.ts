import type { Row } from './row.ts';

const HEAD = ['tried', 'times', 'lost', ''] as const;

/** A table that is Markdown as well. */
export function showRows(rows: readonly Row[]): string {
	const cells = rows.map(({ tried, times, lost, detail }) => [tried, number(times), number(lost), detail]);
	const widths = HEAD.map((head, column) =>
		Math.max(3, head.length, ...cells.map((row) => (row[column] ?? '').length)),
	);
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
	);
	return [line(HEAD), line(rule), ...cells.map(line)].join('\n');
}

function isNumber(column: number): boolean {
	return column === 1 || column === 2;
}

function pad(cell: string, width: number, column: number): string {
	return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

function number(value: number): string {
	return value.toLocaleString('en');
}
