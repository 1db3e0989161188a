import type { Problem } from '../../../shared/history/problem.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { RegionUpdate } from '../../plan/regionUpdate.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { publishPage } from '../../wiki/publishPage.ts';
import { failure, regionEdit } from './regionEdit.ts';

interface PublishedRegion {
	readonly result: PublishResult;
	readonly problem: Problem | null;
}

/**
 * Writes one region if it differs.
 *
 * @param present the current page, or null if missing
 * @throws WikiError if the wiki cannot be read
 */
export async function publishRegion(
	wiki: Wiki,
	update: RegionUpdate,
	present: Page | null,
	bot: Author,
): Promise<PublishedRegion> {
	const { edit, problem } = await regionEdit(wiki, update, present, bot);
	if (!edit) return { result: { title: update.title, kind: 'unchanged' }, problem };
	const result = await publishPage(wiki, edit, present);
	if (result.kind === 'saved' || (result.kind === 'unchanged' && !edit.resetModel))
		return { result, problem };
	return { result, problem: failure(edit, result, present) };
}
