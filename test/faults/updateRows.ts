import { markdownTable, readMarkdownTable, replaceBetweenMarkers } from '../markdownTable.ts';
import { formatNumber } from './formatRows.ts';
import type { FaultRow } from './part.ts';

const COLUMNS = [
	{ heading: 'part' },
	{ heading: 'tried' },
	{ heading: 'times', isNumeric: true },
	{ heading: 'lost', isNumeric: true },
	{ heading: 'options' },
	{ heading: 'when' },
	{ heading: '' },
] as const;

/** With what something was tried: what a reader needs to try it again. */
export interface RunContext {
	/** `2026-11-26` */
	readonly date: string;
	/** `v20.19.2` */
	readonly nodeVersion: string;
	readonly seed: number;
	/** Only every so many cases was tried; 1: all. */
	readonly every: number;
}

/**
 * The document with new rows for the parts that were tried; those of other parts stay as they are.
 *
 * @param order of the parts
 * @throws Error where the document lacks the markers `faults:begin` and `faults:end`
 */
export function updateRows(
	document: string,
	tried: ReadonlyMap<string, readonly FaultRow[]>,
	context: RunContext,
	order: readonly string[],
): string {
	return replaceBetweenMarkers(document, 'faults', (text) => {
		const kept = readMarkdownTable(text).filter(([part = '']) => !tried.has(unquote(part)));
		const added = [...tried].flatMap(([part, rows]) => rows.map((row) => formatRow(part, row, context)));
		const position = ([part = '']: readonly string[]): number => {
			const index = order.indexOf(unquote(part));
			return index < 0 ? order.length : index;
		};
		return markdownTable(
			COLUMNS,
			[...kept, ...added].sort((a, b) => position(a) - position(b)),
		);
	});
}

function formatRow(
	part: string,
	{ name, times, lost, detail }: FaultRow,
	{ date, nodeVersion, seed, every }: RunContext,
): readonly string[] {
	const options = `\`--seed ${seed}${every > 1 ? ` --every ${every}` : ''}\``;
	const when = `${date}, Node ${nodeVersion}`;
	return [`\`${part}\``, name, formatNumber(times), formatNumber(lost), options, when, detail];
}

function unquote(cell: string): string {
	return cell.replaceAll('`', '');
}
