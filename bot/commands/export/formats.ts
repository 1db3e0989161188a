/** A table of texts. Columns keep their order and their names from one export to the next. */
export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** What spreadsheets take for the beginning of a formula, also after blanks and in full width. */
const FORMULA = /^[\s\u200e\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** Without it, Excel takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV (RFC 4180) for spreadsheets: every cell is quoted, and none is a formula. */
export function formatCsv({ columns, rows }: Table): string {
	return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replace(/"/g, '""')}"`;
}

/** A table as JSON: a list with an object for each row, keys in the columns' order. */
export function formatJson({ columns, rows }: Table): string {
	const objects = rows.map((row) =>
		Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ''])),
	);
	return `${JSON.stringify(objects, null, '\t')}\n`;
}

/**
 * A delivery list for the extension MassMessage, from a table with the columns `talk_page` and `reach`: each page once,
 * without those of accounts that nobody can reach.
 *
 * @returns the text of a page with the content model `MassMessageListContent`
 * @see https://www.mediawiki.org/wiki/Extension:MassMessage/Content_model
 */
export function formatMassMessage(table: Table, description: string): string {
	const targets = deliveryTargets(table).map((title) => ({ title }));
	return `${JSON.stringify({ description, targets }, null, '\t')}\n`;
}

/** The same for wikis without that content model: a page of wikitext, for `Special:MassMessage`. */
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
