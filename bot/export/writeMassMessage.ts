import type { Table } from './table.ts';

/**
 * A delivery list for the extension MassMessage, from a table with the columns `talk_page` and `reach`: each page once,
 * without those of accounts that nobody can reach.
 *
 * @returns the text of a page with the content model `MassMessageListContent`
 * @see https://www.mediawiki.org/wiki/Extension:MassMessage/Content_model
 */
export function writeMassMessage(table: Table, description: string): string {
	const targets = targetsIn(table).map((title) => ({ title }));
	return `${JSON.stringify({ description, targets }, null, '\t')}\n`;
}

/** The same for wikis without that content model: a page of wikitext, for `Special:MassMessage`. */
export function writeTargets(table: Table): string {
	return targetsIn(table)
		.map((title) => `* {{#target:${title}}}\n`)
		.join('');
}

function targetsIn({ columns, rows }: Table): readonly string[] {
	const [talk, reach] = [columns.indexOf('talk_page'), columns.indexOf('reach')];
	const titles = rows.flatMap((row) => (row[reach] === 'none' ? [] : [row[talk] ?? '']));
	return [...new Set(titles)].sort();
}
