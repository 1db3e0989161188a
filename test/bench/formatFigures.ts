import { markdownTable } from '../markdownTable.ts';
import { isWithin, units, type Figure } from './figure.ts';

/** One JSON object a line. */
export function formatAsJson(figures: readonly Figure[]): string {
	return figures
		.map(({ name, n, value, unit, budget, floor }) =>
			JSON.stringify({ name, n, value, unit, budget, ok: isWithin({ value, budget }), floor }),
		)
		.join('\n');
}

/** A table that is Markdown as well: a row for what was done, a column for each unit. */
export function formatAsTable(figures: readonly Figure[]): string {
	const columns = units.filter((unit) => figures.some((figure) => figure.unit === unit));
	const rows = [...new Set(figures.map(rowKey))].map((key) => {
		const rowFigures = figures.filter((figure) => rowKey(figure) === key);
		const [first] = rowFigures;
		return [
			first?.name ?? '',
			typeof first?.n === 'number' ? formatNumber(first.n) : '',
			...columns.map((unit) =>
				rowFigures
					.filter((figure) => figure.unit === unit)
					.map(formatCell)
					.join(', '),
			),
		];
	});
	const numeric = ['N', ...columns].map((heading) => ({ heading, isNumeric: true }));
	return markdownTable([{ heading: '' }, ...numeric], rows);
}

function rowKey({ name, n }: Figure): string {
	return `${name} ${n ?? ''}`;
}

/** `7 (≤ 8; 1.17×)`: measured, its budget, its ratio to the floor. */
function formatCell({ value, budget, floor }: Figure): string {
	const notes = [
		...(budget === null ? [] : [`${isWithin({ value, budget }) ? '≤' : 'OVER'} ${formatNumber(budget)}`]),
		...(floor === null || floor === 0 ? [] : [`${(value / floor).toFixed(2)}×`]),
	];
	return `${formatNumber(value)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

function formatNumber(value: number): string {
	return value.toLocaleString('en');
}
