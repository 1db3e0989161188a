import type { Wiki } from '../../shared/wiki.ts';
import { readHistory, readRevisions, type Page } from '../../shared/wiki/readPages.ts';
import type { Revision } from '../../shared/wiki/revision.ts';

/** How many steps back are taken for all pages together; a longer history is read for its page alone. */
const STEPS_TOGETHER = 2;

/**
 * The whole histories of pages, oldest revision first, by page id. The API gives only the newest revision of many
 * pages at once, so older ones are asked for by their ids.
 *
 * @throws WikiError
 */
export async function readHistories(
	wiki: Wiki,
	pages: readonly Page[],
	batch: number,
): Promise<ReadonlyMap<number, readonly Revision[]>> {
	const histories = new Map<number, Revision[]>(pages.map(({ pageid, revision }) => [pageid, [revision]]));
	const parentOf = ({ pageid }: Page): number => histories.get(pageid)?.[0]?.parentid ?? 0;
	let open = pages.filter((page) => parentOf(page) !== 0);
	for (let step = 0; step < STEPS_TOGETHER && open.length > 0; step++) {
		const older = await readRevisions(wiki, open.map(parentOf), batch);
		const incomplete = new Set<Page>();
		for (const page of open) {
			const revision = older.get(parentOf(page));
			if (revision) histories.get(page.pageid)?.unshift(revision);
			else incomplete.add(page);
		}
		open = open.filter((page) => incomplete.has(page) || parentOf(page) !== 0);
	}
	for (const page of open) histories.set(page.pageid, [...(await readHistory(wiki, page.title))]);
	return histories;
}
