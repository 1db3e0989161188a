import { isWithin, units, type Figure } from './figure.ts';

/** One JSON object a line. */
export function showAsJson(figures: readonly Figure[]): string {
	return figures
		.map(({ name, n, value, unit, budget, floor }) =>
			JSON.stringify({ name, n, value, unit, budget, ok: isWithin({ value, budget }), floor }),
		)
		.join('\n');
}

/** A table that is Markdown as well: a row for what was done, a column for each unit. */
export function showAsTable(figures: readonly Figure[]): string {
	const columns = units.filter((unit) => figures.some((one) => one.unit === unit));
	const rows = [...new Set(figures.map(rowKey))].map((key) => {
		const ofRow = figures.filter((one) => rowKey(one) === key);
		const [first] = ofRow;
		return [
			first?.name ?? '',
			typeof first?.n === 'number' ? number(first.n) : '',
			...columns.map((unit) =>
				ofRow
					.filter((one) => one.unit === unit)
					.map(cellOf)
					.join(', '),
			),
		];
	});
	const all = [['', 'N', ...columns], ...rows];
	const widths =
		all[0]?.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length))) ?? [];
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(all[0] ?? []), line(rule), ...rows.map(line)].join('\n');
}

function rowKey({ name, n }: Figure): string {
	return `${name} ${n ?? ''}`;
}

/** `7 (≤ 8; 1.17×)`: measured, its budget, its ratio to the floor. */
function cellOf({ value, budget, floor }: Figure): string {
	const notes = [
		...(budget === null ? [] : [`${isWithin({ value, budget }) ? '≤' : 'OVER'} ${number(budget)}`]),
		...(floor === null || floor === 0 ? [] : [`${(value / floor).toFixed(2)}×`]),
	];
	return `${number(value)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

function number(value: number): string {
	return value.toLocaleString('en');
}

function pad(cell: string, width: number, column: number): string {
	return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
