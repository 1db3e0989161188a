import {
	readStatusRegion,
	writeStatusRegion,
	replaceStatusRegion,
	type StatusRegion,
} from '../../../shared/application/statusRegion.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import { parseRevisions, PAGE_PARAMS, type Page } from '../../../shared/wiki/readPages.ts';
import type { Author, Revision } from '../../../shared/wiki/revision.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { findCalls, normalizeTemplateName } from '../../../shared/wikitext/findCalls.ts';
import type { RegionUpdate } from '../../plan/regionUpdate.ts';
import type { PublishResult, PageUpdate } from '../../wiki/comparePage.ts';

/** The edit of a page that has, or should have, a bot region. */
interface RegionEdit {
	/** Null: no edit. */
	readonly edit: PageUpdate | null;
	/** The problem to report once the edit is made. */
	readonly problem: Problem | null;
}

/**
 * Plans the edit of one region; writes nothing. A region that was removed from an applicant's page is not restored.
 * The bot's own pages are restored completely; a redirect there is replaced.
 *
 * @param present the current page, or null if missing
 * @throws WikiError if the wiki cannot be read
 */
export async function regionEdit(
	wiki: Wiki,
	wanted: RegionUpdate,
	present: Page | null,
	bot: Author,
): Promise<RegionEdit> {
	const { title, region, summary, isOwnPage, onlyIfExists = false } = wanted;
	if (present && (present.isRedirect || present.contentModel !== 'wikitext'))
		return isOwnPage ? restoring(wanted, present) : { edit: null, problem: null };
	const found = readStatusRegion(present?.revision.text ?? '');
	const isMissing = present && !found.found && found.reason === 'missing';
	if (isMissing && !isOwnPage && (await hasEdited(wiki, title, bot)))
		return { edit: null, problem: { kind: 'region-removed', about: title, detail: '' } };
	const isSame = found.found && found.status === region.trim();
	const kept =
		present && found.found && !isSame ? await findForeignText(wiki, present, found, bot, isOwnPage) : '';
	return {
		edit: { title, summary, onlyIfExists, text: (before) => replaceRegion(before, region, kept) },
		problem: kept === '' ? null : { kind: 'markers-moved', about: title, detail: '' },
	};
}

/** The page was moved, or its content model changed: nothing at the title is ours any more. */
function restoring({ title, region, summary }: RegionUpdate, { revision: { revid } }: Page): RegionEdit {
	return {
		edit: { title, summary, text: () => replaceRegion('', region, ''), resetModel: true },
		problem: { kind: 'page-restored', about: title, detail: 'saved', revid },
	};
}

/** Whether the bot has edited a page: then someone removed the region on purpose. */
async function hasEdited(wiki: Wiki, title: string, { name }: Author): Promise<boolean> {
	const params = { action: 'query', ...PAGE_PARAMS, rvprop: 'ids', titles: title, rvuser: name, rvlimit: 1 };
	return parseRevisions(await wiki.query(params)).length > 0;
}

/** The problem to report for a failed save. */
export function failure(
	{ title, resetModel }: PageUpdate,
	result: PublishResult,
	present: Page | null,
): Problem {
	const kind =
		result.kind === 'refused' && result.code === 'malformed-markers' ? 'malformed-markers' : 'not-saved';
	const detail = 'code' in result ? result.code : result.kind;
	const problem: Problem = { kind, about: title, detail };
	return resetModel && present ? { ...problem, revid: present.revision.revid } : problem;
}

function insertBelowRegion(text: string, foreignText: string): string {
	const region = readStatusRegion(text);
	const end = region.found ? region.end : text.length;
	return `${text.slice(0, end)}\n\n${foreignText}\n${text.slice(end)}`;
}

/**
 * The page with our region's new content; text outside it is unchanged. A removed region is added at the end.
 *
 * @param foreignText other people's text inside the region; it is moved below it
 * @returns null if the page's markers or unclosed markup need manual repair
 */
function replaceRegion(present: string, status: string, foreignText: string): string | null {
	const replaced = replaceStatusRegion(present, status);
	if (replaced.done)
		return foreignText === '' ? replaced.text : insertBelowRegion(replaced.text, foreignText);
	if (replaced.reason !== 'missing') return null;
	const before = present.trim() === '' ? '' : `${present.trimEnd()}\n\n`;
	const written = `${before}${writeStatusRegion(status)}\n`;
	// After an unclosed comment or tag the region would be invisible, and could not be found again.
	const region = readStatusRegion(written);
	return region.found && region.start === before.length ? written : null;
}

type FoundRegion = Extract<StatusRegion, { readonly found: true }>;
/** How many revisions are searched for foreign text between the markers. */
const MAX_REVISIONS = 20;
/** Whether the region is a single call of the bot's template, in the direction of its language. */
function isOwnRegion(status: string): boolean {
	const inner = status
		.replace(/^<div [^<>]*>/, '')
		.replace(/<\/div>$/, '')
		.trim();
	if (inner === '') return true;
	const { calls } = findCalls(
		scanWikitext(inner),
		(name) => normalizeTemplateName(name) === 'WikiLearn status/application',
	);
	return calls.length === 1 && calls[0]?.start === 0 && calls[0].end === inner.length;
}

function splitLines(text: string): readonly string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function regionTextIn(revision: Revision | undefined): string {
	const region = readStatusRegion(revision?.text ?? '');
	return region.found ? region.status : '';
}

function linesOutside({ text }: Revision): readonly string[] {
	const region = readStatusRegion(text ?? '');
	if (!region.found) return splitLines(text ?? '');
	return splitLines(`${(text ?? '').slice(0, region.start)}\n${(text ?? '').slice(region.end)}`);
}

/**
 * Text between the markers that used to be outside: someone moved the markers around other people's text. Empty if
 * there is none. New text between the markers is not kept, as the marker warns.
 *
 * @param isOwnPage whether the bot owns the whole page
 * @throws WikiError
 */
async function findForeignText(
	wiki: Wiki,
	{ title, revision }: Page,
	region: FoundRegion,
	bot: Author,
	isOwnPage: boolean,
): Promise<string> {
	if (revision.user?.id === bot.id || isOwnRegion(region.status)) return '';
	const response = await wiki.query({
		action: 'query',
		...PAGE_PARAMS,
		titles: title,
		rvlimit: MAX_REVISIONS,
	});
	const history = parseRevisions(response);
	const lastOwnEdit = history.findIndex(({ user }) => user?.id === bot.id);
	// Before the bot's first edit nothing between the markers can be its own; on its own pages such a region is forged.
	if (!isOwnPage && lastOwnEdit < 0 && history.length < MAX_REVISIONS) return region.status;
	const sinceOwnEdit = lastOwnEdit < 0 ? history : history.slice(0, lastOwnEdit + 1);
	const ownLines = splitLines(lastOwnEdit < 0 ? '' : regionTextIn(sinceOwnEdit[sinceOwnEdit.length - 1]));
	const outside = new Set(sinceOwnEdit.flatMap(linesOutside));
	return region.status
		.split('\n')
		.filter((line) => line.trim() !== '' && outside.has(line.trim()) && !ownLines.includes(line.trim()))
		.join('\n');
}
