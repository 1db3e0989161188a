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

/** What to do about a page that has, or should have, one of the bot's regions. */
interface RegionEdit {
	/** Null: the page stays as it is. */
	readonly edit: PageUpdate | null;
	/** What the report says of the page once that is done. */
	readonly problem: Problem | null;
}

/**
 * Decides what to do about one region, and writes nothing. Where somebody removed it from an applicant's page, it stays
 * away. The bot's own pages come back whole: it never writes below a redirect.
 *
 * @param present the page now, null where there is none
 * @throws WikiError where the wiki cannot be looked at
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
		return { edit: null, problem: { kind: 'region-left-out', about: title, detail: '' } };
	const isSame = found.found && found.status === region.trim();
	const kept =
		present && found.found && !isSame ? await findForeignText(wiki, present, found, bot, isOwnPage) : '';
	return {
		edit: { title, summary, onlyIfExists, text: (before) => replaceRegion(before, region, kept) },
		problem: kept === '' ? null : { kind: 'region-moved', about: title, detail: '' },
	};
}

/** Moved away, or given another content model: what is at the title now holds nothing of ours. */
function restoring({ title, region, summary }: RegionUpdate, { revision: { revid } }: Page): RegionEdit {
	return {
		edit: { title, summary, text: () => replaceRegion('', region, ''), resetModel: true },
		problem: { kind: 'page-restored', about: title, detail: 'saved', revid },
	};
}

/** Whether the bot ever wrote a page: then it is somebody's will that its region is not there. */
async function hasEdited(wiki: Wiki, title: string, { name }: Author): Promise<boolean> {
	const params = { action: 'query', ...PAGE_PARAMS, rvprop: 'ids', titles: title, rvuser: name, rvlimit: 1 };
	return parseRevisions(await wiki.query(params)).length > 0;
}

/** What the report says of a page that could not be saved. */
export function failure(
	{ title, resetModel }: PageUpdate,
	result: PublishResult,
	present: Page | null,
): Problem {
	const kind = result.kind === 'refused' && result.code === 'no-region' ? 'malformed-markers' : 'not-saved';
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
 * The page with our region saying this; what stands outside of it stays as it is. A region that was removed comes
 * back at the page's end.
 *
 * @param foreignText other people's text that stands in the region: it goes below it
 * @returns null where the page's markers are so muddled, or its end so open, that a person must mend it
 */
function replaceRegion(present: string, status: string, foreignText: string): string | null {
	const replaced = replaceStatusRegion(present, status);
	if (replaced.done)
		return foreignText === '' ? replaced.text : insertBelowRegion(replaced.text, foreignText);
	if (replaced.reason !== 'missing') return null;
	const before = present.trim() === '' ? '' : `${present.trimEnd()}\n\n`;
	const written = `${before}${writeStatusRegion(status)}\n`;
	// Below a comment or a tag that nobody closed, nobody would see it, and we not find it again.
	const region = readStatusRegion(written);
	return region.found && region.start === before.length ? written : null;
}

type FoundRegion = Extract<StatusRegion, { readonly found: true }>;
/** So far back it is looked where text stood that is between the markers now. */
const MAX_REVISIONS = 20;
/** Nothing but one call of the bot's own template, in the direction of its language. */
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
 * What stands between the markers now and stood outside of them before: somebody moved the markers around other people's
 * text. Empty where there is none. What somebody writes between the markers is not kept: the marker says so.
 *
 * @param isOwnPage whether the whole page is the bot's
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
	// Before the bot's first edit nothing between the markers can be its own; on its own pages it is a forgery.
	if (!isOwnPage && lastOwnEdit < 0 && history.length < MAX_REVISIONS) return region.status;
	const sinceOwnEdit = lastOwnEdit < 0 ? history : history.slice(0, lastOwnEdit + 1);
	const ownLines = splitLines(lastOwnEdit < 0 ? '' : regionTextIn(sinceOwnEdit[sinceOwnEdit.length - 1]));
	const outside = new Set(sinceOwnEdit.flatMap(linesOutside));
	return region.status
		.split('\n')
		.filter((line) => line.trim() !== '' && outside.has(line.trim()) && !ownLines.includes(line.trim()))
		.join('\n');
}
