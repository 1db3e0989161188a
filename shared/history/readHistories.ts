import type { Wiki } from '../wiki/wiki.ts';
import { readHistory, readRevisions, type Page } from '../wiki/readPages.ts';
import type { Revision } from '../wiki/revision.ts';

/** Fewer pages than these are read one by one: going back together takes a request for each step. */
export const TOGETHER_FROM = 4;
/** How many steps back are taken together; those with longer histories are few. */
const MOST_STEPS = 20;

/**
 * The whole histories of pages, oldest revision first, by page id. The API gives only the newest revision of many
 * pages at once, so older ones are asked for by their ids, a step back for all pages at a time. Where that leads
 * nowhere (revisions that were not undeleted with the page), where a page was brought back, and where few are left, a
 * page's history is listed.
 *
 * @param restored titles of pages whose older revisions may not be the parents of their newer ones
 * @throws WikiError
 */
export async function readHistories(
	wiki: Wiki,
	pages: readonly Page[],
	batch: number,
	restored: ReadonlySet<string>,
): Promise<ReadonlyMap<number, readonly Revision[]>> {
	const histories = new Map<number, Revision[]>(pages.map(({ pageid, revision }) => [pageid, [revision]]));
	const parentOf = ({ pageid }: Page): number => histories.get(pageid)?.[0]?.parentid ?? 0;
	const alone = pages.filter(({ title }) => restored.has(title));
	let open = pages.filter((page) => parentOf(page) !== 0 && !restored.has(page.title));
	for (let step = 0; step < MOST_STEPS && open.length >= TOGETHER_FROM; step++) {
		const older = await readRevisions(wiki, open.map(parentOf), batch);
		// A parent may have gone to another page, whose history got it.
		const isThere = (page: Page): boolean => older.get(parentOf(page))?.pageid === page.pageid;
		const found = open.filter(isThere);
		alone.push(...open.filter((page) => !isThere(page)));
		for (const page of found) {
			const revision = older.get(parentOf(page));
			if (revision) histories.get(page.pageid)?.unshift(revision);
		}
		open = found.filter((page) => parentOf(page) !== 0);
	}
	for (const page of [...alone, ...open]) {
		histories.set(page.pageid, [...(await readHistory(wiki, page.title))]);
	}
	return histories;
}
