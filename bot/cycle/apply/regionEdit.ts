import { readStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import { PAGE_PARAMS, pageRevisionsIn, type Page } from '../../../shared/wiki/readPages.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { WantedRegion } from '../../plan/wantedRegion.ts';
import type { Published, Wanted } from '../../wiki/comparePage.ts';
import { othersText } from './othersText.ts';
import { regionText } from './regionText.ts';

/** What to do about a page that has, or should have, one of the bot's regions. */
export interface RegionEdit {
	/** Null: the page stays as it is. */
	readonly edit: Wanted | null;
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
	wanted: WantedRegion,
	present: Page | null,
	bot: Author,
): Promise<RegionEdit> {
	const { title, region, summary, isOwnPage, onlyIfThere = false } = wanted;
	if (present && (present.redirect || present.contentModel !== 'wikitext'))
		return isOwnPage ? restoring(wanted, present) : { edit: null, problem: null };
	const found = readStatusRegion(present?.revision.text ?? '');
	const isMissing = present && !found.found && found.why === 'missing';
	if (isMissing && !isOwnPage && (await hasWritten(wiki, title, bot)))
		return { edit: null, problem: { kind: 'region-left-out', about: title, detail: '' } };
	const isSame = found.found && found.status === region.trim();
	const kept =
		present && found.found && !isSame ? await othersText(wiki, present, found, bot, isOwnPage) : '';
	return {
		edit: { title, summary, onlyIfThere, text: (before) => regionText(before, region, kept) },
		problem: kept === '' ? null : { kind: 'region-moved', about: title, detail: '' },
	};
}

/** Moved away, or given another content model: what is at the title now holds nothing of ours. */
function restoring({ title, region, summary }: WantedRegion, { revision: { revid } }: Page): RegionEdit {
	return {
		edit: { title, summary, text: () => regionText('', region, ''), resetModel: true },
		problem: { kind: 'page-restored', about: title, detail: 'saved', revid },
	};
}

/** Whether the bot ever wrote a page: then it is somebody's will that its region is not there. */
async function hasWritten(wiki: Wiki, title: string, { name }: Author): Promise<boolean> {
	const params = { action: 'query', ...PAGE_PARAMS, rvprop: 'ids', titles: title, rvuser: name, rvlimit: 1 };
	return pageRevisionsIn(await wiki.query(params)).length > 0;
}

/** What the report says of a page that could not be saved. */
export function failure({ title, resetModel }: Wanted, result: Published, present: Page | null): Problem {
	const kind = result.kind === 'refused' && result.code === 'no-region' ? 'malformed-markers' : 'not-saved';
	const detail = 'code' in result ? result.code : result.kind;
	const problem: Problem = { kind, about: title, detail };
	return resetModel && present ? { ...problem, revid: present.revision.revid } : problem;
}
