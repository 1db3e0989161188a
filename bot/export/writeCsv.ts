import type { Table } from './table.ts';

/** What spreadsheets take for the beginning of a formula, also after blanks and in full width. */
const formula = /^[\s\u200e\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** Without it, Excel takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV (RFC 4180) for spreadsheets: every cell is quoted, and none is a formula. */
export function writeCsv({ columns, rows }: Table): string {
	return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
	const safe = formula.test(text) ? `'${text}` : text;
	return `"${safe.replace(/"/g, '""')}"`;
}
