import { readStatusRegion, type StatusRegion } from '../../../shared/application/statusRegion.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { PAGE_PARAMS, pageRevisionsIn, type Page } from '../../../shared/wiki/readPages.ts';
import { othersText } from './othersText.ts';
import { publishPage, type Published } from '../../wiki/publishPage.ts';
import { regionText } from './regionText.ts';
import type { WantedRegion } from '../../plan/wantedRegion.ts';

export interface PublishedRegion {
	readonly result: Published;
	readonly problem: Problem | null;
}

/**
 * Writes one region, if it says something else than it should. Where somebody removed it from an applicant's page,
 * it stays away. The bot's own pages come back whole: it never writes below a redirect.
 *
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function publishRegion(
	wiki: Wiki,
	wanted: WantedRegion,
	present: Page | null,
	bot: Author,
): Promise<PublishedRegion> {
	const { title, isOwnPage } = wanted;
	const quiet: PublishedRegion = { result: { title, kind: 'unchanged' }, problem: null };
	if (present?.redirect && !isOwnPage) return quiet;
	if (present && (present.redirect || present.contentModel !== 'wikitext'))
		return isOwnPage ? restorePage(wiki, wanted, present) : quiet;
	const found = readStatusRegion(present?.revision.text ?? '');
	if (present && !found.found && found.why === 'missing' && !isOwnPage)
		if (await hasWritten(wiki, title, bot))
			return { ...quiet, problem: { kind: 'region-left-out', about: title, detail: '' } };
	return write(wiki, wanted, present, bot, found);
}

/** Moved away, or given another content model: what is at the title now holds nothing of ours. */
async function restorePage(wiki: Wiki, wanted: WantedRegion, present: Page): Promise<PublishedRegion> {
	const { title, region, summary } = wanted;
	const text = () => regionText('', region, '');
	const result = await publishPage(wiki, { title, summary, text, resetModel: true }, present);
	const kind = result.kind === 'saved' ? 'page-restored' : 'not-saved';
	return { result, problem: { kind, about: title, detail: codeOf(result), revid: present.revision.revid } };
}

/** Whether the bot ever wrote a page: then it is somebody's will that its region is not there. */
async function hasWritten(wiki: Wiki, title: string, { name }: Author): Promise<boolean> {
	const params = { action: 'query', ...PAGE_PARAMS, rvprop: 'ids', titles: title, rvuser: name, rvlimit: 1 };
	return pageRevisionsIn(await wiki.query(params)).length > 0;
}

async function write(
	wiki: Wiki,
	{ title, region, summary, isOwnPage, onlyIfThere = false }: WantedRegion,
	present: Page | null,
	bot: Author,
	found: StatusRegion,
): Promise<PublishedRegion> {
	const isSame = found.found && found.status === region.trim();
	const kept =
		present && found.found && !isSame ? await othersText(wiki, present, found, bot, isOwnPage) : '';
	const text = (before: string) => regionText(before, region, kept);
	const result = await publishPage(wiki, { title, summary, onlyIfThere, text }, present);
	if (result.kind === 'saved' || result.kind === 'unchanged')
		return {
			result,
			problem: kept === '' ? null : { kind: 'region-moved', about: title, detail: '' },
		};
	const kind = result.kind === 'refused' && result.code === 'no-region' ? 'malformed-markers' : 'not-saved';
	return { result, problem: { kind, about: title, detail: codeOf(result) } };
}

function codeOf(result: Published): string {
	return 'code' in result ? result.code : result.kind;
}
