import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { readNoticeMark } from '../../shared/notices/notice.ts';
import type { PlannedEdit } from '../cycle/previewPlan.ts';

/** Built scripts are one line of many thousand characters. */
const LONGEST_LINE = 1000;

const COLORS = new Map<string, 'green' | 'red' | 'cyan'>([
	['+', 'green'],
	['-', 'red'],
	['@', 'cyan'],
]);

/** A unified difference of two versions of a page; `before` is null where there is no page yet. */
export function showDifference(title: string, before: string | null, after: string, colors: boolean): string {
	const patch = createTwoFilesPatch(
		before === null ? 'no page yet' : title,
		title,
		comparable(title, before ?? ''),
		comparable(title, after),
		before === null ? undefined : 'on the wiki',
		'new',
		{ context: 3 },
	);
	const lines = patch.slice(patch.indexOf('--- ')).trimEnd().split('\n').map(shorten);
	return lines.map((line) => (colors ? colored(line) : line)).join('\n');
}

/** The wiki formats JSON its own way, and ends pages without a line break. */
function comparable(title: string, text: string): string {
	if (text === '') return '';
	try {
		if (title.endsWith('.json')) return `${JSON.stringify(JSON.parse(text), null, '\t')}\n`;
	} catch {
		// Not JSON whatever its name says: as it is.
	}
	return `${text.trimEnd()}\n`;
}

function shorten(line: string): string {
	if (line.length <= LONGEST_LINE) return line;
	return `${line.slice(0, LONGEST_LINE)}… (${line.length} characters)`;
}

function colored(line: string): string {
	const color = COLORS.get(line[0] ?? '');
	return color === undefined ? line : styleText(color, line, { validateStream: false });
}

/** An edit that a dry run did not make: what would change on the page, or the notice that would be added to it. */
export function showEdit(edit: PlannedEdit, colors: boolean): string {
	const { title, summary, before, after } = edit;
	const shown =
		readNoticeMark(summary) === null ? showDifference(title, before, after, colors) : showNotice(edit);
	return `${shown}\nwith the summary: ${summary}\n`;
}

function showNotice({ title, before, after }: PlannedEdit): string {
	const wikitext = after.slice((before ?? '').trimEnd().length).trim();
	return `To ${title}:\n${wikitext.replace(/^(?=.)/gm, '    ')}`;
}
