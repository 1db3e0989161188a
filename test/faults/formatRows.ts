import type { FaultRow } from './part.ts';

const HEADINGS = ['tried', 'times', 'lost', ''] as const;

/** Formats a Markdown table. */
export function formatRows(rows: readonly FaultRow[]): string {
	const cells = rows.map(({ name, times, lost, detail }) => [
		name,
		formatNumber(times),
		formatNumber(lost),
		detail,
	]);
	const widths = HEADINGS.map((head, column) =>
		Math.max(3, head.length, ...cells.map((row) => (row[column] ?? '').length)),
	);
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, column) => padCell(row[column] ?? '', width, column)).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
	);
	return [line(HEADINGS), line(rule), ...cells.map(line)].join('\n');
}

function isNumber(column: number): boolean {
	return column === 1 || column === 2;
}

function padCell(cell: string, width: number, column: number): string {
	return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

function formatNumber(value: number): string {
	return value.toLocaleString('en');
}
