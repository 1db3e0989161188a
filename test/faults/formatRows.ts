import { markdownTable } from '../markdownTable.ts';
import type { FaultRow } from './part.ts';

/** Formats a Markdown table. */
export function formatRows(rows: readonly FaultRow[]): string {
	return markdownTable(
		[
			{ heading: 'tried' },
			{ heading: 'times', isNumeric: true },
			{ heading: 'lost', isNumeric: true },
			{ heading: '' },
		],
		rows.map(({ name, times, lost, detail }) => [name, formatNumber(times), formatNumber(lost), detail]),
	);
}

export function formatNumber(value: number): string {
	return value.toLocaleString('en');
}
