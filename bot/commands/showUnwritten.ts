import { readNoticeMark } from '../../shared/notice/noticeMark.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readsAs } from '../notices/readsAs.ts';
import type { Unwritten } from '../wiki/withoutWrites.ts';
import { showDifference } from './showDifference.ts';

/**
 * An edit that a dry run did not make: what would change on the page; of a notice, its wikitext and what it reads.
 *
 * @throws WikiError
 */
export async function showUnwritten(wiki: Wiki, edit: Unwritten, colors: boolean): Promise<string> {
	const { title, summary, before, after } = edit;
	const shown =
		readNoticeMark(summary) === null
			? showDifference(title, before, after, colors)
			: await showNotice(wiki, edit);
	return `${shown}\nwith the summary: ${summary}\n`;
}

async function showNotice(wiki: Wiki, { title, before, after }: Unwritten): Promise<string> {
	const wikitext = after.slice((before ?? '').trimEnd().length).trim();
	const text = await readsAs(wiki, title, wikitext);
	return `To ${title}:\n${indented(wikitext)}\nwhich reads:\n${indented(text)}`;
}

function indented(text: string): string {
	return text
		.split('\n')
		.map((line) => (line === '' ? '' : `    ${line}`))
		.join('\n');
}
