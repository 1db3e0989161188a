import { replaceBetweenMarkers } from '../markdownTable.ts';
import type { Figure } from './figure.ts';
import { formatAsTable } from './formatFigures.ts';

/** With what something was measured: what a reader needs to measure it again. */
export interface RunContext {
	/** `2026-11-26` */
	readonly date: string;
	/** `v20.19.2` */
	readonly nodeVersion: string;
	/** As on the command line; empty: none. */
	readonly options: string;
}

/**
 * The document with new tables for the parts that were measured; those of other parts stay as they are.
 *
 * @param order of the parts' sections
 * @throws Error where the document lacks the markers `bench:begin` and `bench:end`
 */
export function updateFigures(
	document: string,
	measured: ReadonlyMap<string, readonly Figure[]>,
	context: RunContext,
	order: readonly string[],
): string {
	return replaceBetweenMarkers(document, 'bench', (text) => {
		const sections = readSections(text);
		for (const [part, figures] of measured)
			if (figures.length > 0) sections.set(part, `${describeRun(context)}\n\n${formatAsTable(figures)}`);
		const parts = [...new Set([...order, ...sections.keys()])];
		return parts
			.flatMap((part) => {
				const section = sections.get(part);
				return section === undefined ? [] : [`## ${part}\n\n${section}`];
			})
			.join('\n\n');
	});
}

/** By their headings. */
function readSections(text: string): Map<string, string> {
	return new Map(
		text
			.split(/^## /m)
			.slice(1)
			.map((section) => {
				const [heading = '', ...lines] = section.split('\n');
				return [heading.trim(), lines.join('\n').trim()];
			}),
	);
}

function describeRun({ date, nodeVersion, options }: RunContext): string {
	return `Measured on ${date} with Node ${nodeVersion}${options === '' ? '' : `, \`${options}\``}.`;
}
