import type { Table } from './table.ts';

/** A table as JSON: a list with an object for each row, keys in the columns' order. */
export function writeJson({ columns, rows }: Table): string {
	const objects = rows.map((row) =>
		Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ''])),
	);
	return `${JSON.stringify(objects, null, '\t')}\n`;
}
