import { readStatusRegion, type StatusRegion } from '../../../shared/application/statusRegion.ts';
import { findCalls } from '../../../shared/wikitext/findCalls.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { templateName } from '../../../shared/wikitext/templateName.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { PAGE_PARAMS, pageRevisionsIn, type Page } from '../../../shared/wiki/readPages.ts';
import type { Author, Revision } from '../../../shared/wiki/revision.ts';

type Found = Extract<StatusRegion, { readonly found: true }>;

/** So far back it is looked where text stood that is between the markers now. */
const LOOK_BACK = 20;

/**
 * What stands between the markers now and stood outside of them before: somebody moved the markers around other people's
 * text. Empty where there is none. What somebody writes between the markers is not kept: the marker says so.
 *
 * @param isOwnPage whether the whole page is the bot's
 * @throws WikiError
 */
export async function othersText(
	wiki: Wiki,
	{ title, revision }: Page,
	region: Found,
	bot: Author,
	isOwnPage: boolean,
): Promise<string> {
	if (revision.user?.id === bot.id || isOurs(region.status)) return '';
	const answer = await wiki.query({ action: 'query', ...PAGE_PARAMS, titles: title, rvlimit: LOOK_BACK });
	const history = pageRevisionsIn(answer);
	const last = history.findIndex(({ user }) => user?.id === bot.id);
	// Before the bot's first edit nothing between the markers can be its own; on its own pages it is a forgery.
	if (!isOwnPage && last < 0 && history.length < LOOK_BACK) return region.status;
	const since = last < 0 ? history : history.slice(0, last + 1);
	const written = linesOf(last < 0 ? '' : regionOf(since[since.length - 1]));
	const outside = new Set(since.flatMap(linesOutside));
	return region.status
		.split('\n')
		.filter((line) => line.trim() !== '' && outside.has(line.trim()) && !written.includes(line.trim()))
		.join('\n');
}

/** Nothing but one call of the bot's own template, in the direction of its language. */
function isOurs(status: string): boolean {
	const inner = status
		.replace(/^<div [^<>]*>/, '')
		.replace(/<\/div>$/, '')
		.trim();
	if (inner === '') return true;
	const { calls } = findCalls(
		scanWikitext(inner),
		(name) => templateName(name) === 'WikiLearn status/application',
	);
	return calls.length === 1 && calls[0]?.start === 0 && calls[0].end === inner.length;
}

function regionOf(revision: Revision | undefined): string {
	const region = readStatusRegion(revision?.text ?? '');
	return region.found ? region.status : '';
}

function linesOutside({ text }: Revision): readonly string[] {
	const region = readStatusRegion(text ?? '');
	if (!region.found) return linesOf(text ?? '');
	return linesOf(`${(text ?? '').slice(0, region.start)}\n${(text ?? '').slice(region.end)}`);
}

function linesOf(text: string): readonly string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
