import { readNoticeMark } from '../../shared/notices/notice.ts';
import type { Unwritten } from '../wiki/withoutWrites.ts';
import { showDifference } from './showDifference.ts';

/** An edit that a dry run did not make: what would change on the page, or the notice that would be added to it. */
export function showUnwritten(edit: Unwritten, colors: boolean): string {
	const { title, summary, before, after } = edit;
	const shown =
		readNoticeMark(summary) === null ? showDifference(title, before, after, colors) : showNotice(edit);
	return `${shown}\nwith the summary: ${summary}\n`;
}

function showNotice({ title, before, after }: Unwritten): string {
	const wikitext = after.slice((before ?? '').trimEnd().length).trim();
	return `To ${title}:\n${indented(wikitext)}`;
}

function indented(text: string): string {
	return text
		.split('\n')
		.map((line) => (line === '' ? '' : `    ${line}`))
		.join('\n');
}
