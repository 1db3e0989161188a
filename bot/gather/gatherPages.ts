import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem, Submission } from '../../shared/submission/submission.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Bookmark, TracedPage } from '../bookmark/bookmark.ts';
import type { Affected } from './affected.ts';
import { gatherFrom, gatherSubmissions } from './gatherSubmissions.ts';
import type { News } from './readNews.ts';

export interface GatheredPages {
	readonly pages: readonly TracedPage[];
	readonly problems: readonly Problem[];
	/** Whether everything was read. */
	readonly full: boolean;
}

/**
 * All pages of submissions, read. Where the bookmark is good, only those are fetched that changed since.
 *
 * @param bookmark null: read everything
 * @throws WikiError
 */
export async function gatherPages(
	wiki: Wiki,
	{ site }: News,
	programme: Programme,
	bookmark: Bookmark | null,
	affected: Affected,
): Promise<GatheredPages> {
	if (!bookmark || programme.courses.some(({ page }) => affected.all.has(page))) {
		const { submissions, problems } = await gatherSubmissions(wiki, site, programme);
		return { pages: submissions.map(tracedPage), problems, full: true };
	}
	const kept = bookmark.pages.filter(({ title }) => !affected.titles.has(title));
	const changed =
		affected.titles.size === 0 ? [] : await gatherFrom(wiki, site, programme, [...affected.titles]);
	return { pages: [...kept, ...changed.map(tracedPage)], problems: bookmark.problems, full: false };
}

/** The history is let go as soon as it is read: texts are by far the largest part. */
function tracedPage(submission: Submission): TracedPage {
	const { kind, title, pageid, course, movedTo } = submission;
	return { kind, title, pageid, course, movedTo, ...traceApplications(submission) };
}

/** Redirects that lead away from what is gathered: what stood there is not read any more. */
export function movedAway(pages: readonly TracedPage[]): readonly Problem[] {
	const titles = new Set(pages.map(({ title }) => title));
	return pages.flatMap(({ title, movedTo }) =>
		movedTo === null || titles.has(movedTo) ? [] : [{ kind: 'moved-away', about: title, detail: movedTo }],
	);
}
