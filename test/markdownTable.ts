/** A column of a {@link markdownTable}: its heading, and whether it holds numbers, which stand on the right. */
export interface Column {
	readonly heading: string;
	readonly isNumeric?: boolean;
}

/** A table in Markdown, padded, so that it can be read as text as well. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
	const cells = rows.map((row) => columns.map((_, index) => escapeCell(row[index] ?? '')));
	const widths = columns.map(({ heading }, index) =>
		Math.max(3, heading.length, ...cells.map((row) => (row[index] ?? '').length)),
	);
	const pad = (cell: string, index: number): string => {
		const width = widths[index] ?? 0;
		return columns[index]?.isNumeric ? cell.padStart(width) : cell.padEnd(width);
	};
	const line = (row: readonly string[]): string => `| ${row.map(pad).join(' | ')} |`;
	const rule = columns.map(({ isNumeric }, index) => {
		const width = widths[index] ?? 0;
		return isNumeric ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
	});
	return [line(columns.map(({ heading }) => heading)), line(rule), ...cells.map(line)].join('\n');
}

/** The rows of the first table in a Markdown text, below its heading; empty without a table. */
export function readMarkdownTable(text: string): readonly (readonly string[])[] {
	const lines = text.split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) =>
		line
			.trimEnd()
			.replace(/^\||\|$/g, '')
			.split(/(?<!\\)\|/)
			.map((cell) => cell.trim().replaceAll('\\|', '|')),
	);
}

/**
 * A document with the text between `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced.
 *
 * @param update gets the text between the markers, without blank lines around it
 * @throws Error where the document does not have both markers once, in this order
 */
export function replaceBetweenMarkers(
	document: string,
	name: string,
	update: (text: string) => string,
): string {
	const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
	const [before, rest, ...moreBegins] = document.split(begin);
	const [text, after, ...moreEnds] = rest?.split(end) ?? [];
	if (before?.includes(end) || after === undefined || moreBegins.length > 0 || moreEnds.length > 0)
		throw new Error(`The document needs the markers ${begin} and ${end}, each once and in this order.`);
	return `${before}${begin}\n\n${update((text ?? '').trim())}\n\n${end}${after}`;
}

function escapeCell(cell: string): string {
	return cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
