import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { readNoticeMark } from '../../shared/notices/notice.ts';
import type { PlannedEdit } from '../cycle/previewPlan.ts';

/** Minified scripts are single lines of many thousand characters. */
const MAX_LINE = 1000;

const COLORS = new Map<string, 'green' | 'red' | 'cyan'>([
	['+', 'green'],
	['-', 'red'],
	['@', 'cyan'],
]);

/** A unified diff of two versions of a page; `before` is null for a new page. */
export function formatDiff(title: string, before: string | null, after: string, colors: boolean): string {
	const patch = createTwoFilesPatch(
		before === null ? 'no page yet' : title,
		title,
		normalizeText(title, before ?? ''),
		normalizeText(title, after),
		before === null ? undefined : 'on the wiki',
		'new',
		{ context: 3 },
	);
	const lines = patch.slice(patch.indexOf('--- ')).trimEnd().split('\n').map(truncateLine);
	return lines.map((line) => (colors ? colorizeLine(line) : line)).join('\n');
}

/** MediaWiki reformats JSON, and strips the line break at the end of a page. */
function normalizeText(title: string, text: string): string {
	if (text === '') return '';
	try {
		if (title.endsWith('.json')) return `${JSON.stringify(JSON.parse(text), null, '\t')}\n`;
	} catch {
		// Not valid JSON despite the title: compare it unchanged.
	}
	return `${text.trimEnd()}\n`;
}

function truncateLine(line: string): string {
	if (line.length <= MAX_LINE) return line;
	return `${line.slice(0, MAX_LINE)}… (${line.length} characters)`;
}

function colorizeLine(line: string): string {
	const color = COLORS.get(line[0] ?? '');
	return color === undefined ? line : styleText(color, line, { validateStream: false });
}

/** An edit that a dry run skipped: the page's diff, or the notice that would be added. */
export function showEdit(edit: PlannedEdit, colors: boolean): string {
	const { title, summary, before, after } = edit;
	const shown =
		readNoticeMark(summary) === null ? formatDiff(title, before, after, colors) : formatNotice(edit);
	return `${shown}\nwith the summary: ${summary}\n`;
}

function formatNotice({ title, before, after }: PlannedEdit): string {
	const wikitext = after.slice((before ?? '').trimEnd().length).trim();
	return `To ${title}:\n${wikitext.replace(/^(?=.)/gm, '    ')}`;
}
