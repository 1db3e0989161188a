import type { Problem } from '../../../shared/history/problem.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { WantedRegion } from '../../plan/wantedRegion.ts';
import type { Published } from '../../wiki/comparePage.ts';
import { publishPage } from '../../wiki/publishPage.ts';
import { failure, regionEdit } from './regionEdit.ts';

export interface PublishedRegion {
	readonly result: Published;
	readonly problem: Problem | null;
}

/**
 * Writes one region, if it says something else than it should.
 *
 * @param present the page now, null where there is none
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function publishRegion(
	wiki: Wiki,
	wanted: WantedRegion,
	present: Page | null,
	bot: Author,
): Promise<PublishedRegion> {
	const { edit, problem } = await regionEdit(wiki, wanted, present, bot);
	if (!edit) return { result: { title: wanted.title, kind: 'unchanged' }, problem };
	const result = await publishPage(wiki, edit, present);
	if (result.kind === 'saved' || (result.kind === 'unchanged' && !edit.resetModel))
		return { result, problem };
	return { result, problem: failure(edit, result, present) };
}
