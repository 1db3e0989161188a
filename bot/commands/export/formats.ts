/** A table of strings. Column names and their order are stable between exports. */
export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** What spreadsheets treat as the start of a formula, also after whitespace and in fullwidth characters. */
const FORMULA = /^[\s\u200e\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** Without it, Excel does not detect UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV (RFC 4180) for spreadsheets: every cell is quoted, and formulas are escaped. */
export function formatCsv({ columns, rows }: Table): string {
	return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replace(/"/g, '""')}"`;
}

/** A table as JSON: a list with one object per row, keys in column order. */
export function formatJson({ columns, rows }: Table): string {
	const objects = rows.map((row) =>
		Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ''])),
	);
	return `${JSON.stringify(objects, null, '\t')}\n`;
}

/**
 * A delivery list for the MassMessage extension, from a table with the columns `talk_page` and `reach`. Each page is
 * listed once; unreachable accounts are left out.
 *
 * @returns the text of a page with the content model `MassMessageListContent`
 * @see https://www.mediawiki.org/wiki/Extension:MassMessage/Content_model
 */
export function formatMassMessage(table: Table, description: string): string {
	const targets = deliveryTargets(table).map((title) => ({ title }));
	return `${JSON.stringify({ description, targets }, null, '\t')}\n`;
}

/** The same as a wikitext page for `Special:MassMessage`, for wikis without that content model. */
export function formatTargets(table: Table): string {
	return deliveryTargets(table)
		.map((title) => `* {{#target:${title}}}\n`)
		.join('');
}

function deliveryTargets({ columns, rows }: Table): readonly string[] {
	const [talk, reach] = [columns.indexOf('talk_page'), columns.indexOf('reach')];
	const titles = rows.flatMap((row) => (row[reach] === 'none' ? [] : [row[talk] ?? '']));
	return [...new Set(titles)].sort();
}
