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
		return {
			pages: inOrder(submissions.map((one) => tracedPage(one, programme, site.user.name))),
			problems,
			full: true,
		};
	}
	const kept = bookmark.pages.filter(({ title }) => !affected.titles.has(title));
	const changed =
		affected.titles.size === 0 ? [] : await gatherFrom(wiki, site, programme, [...affected.titles]);
	const pages = inOrder([...kept, ...changed.map((one) => tracedPage(one, programme, site.user.name))]);
	return { pages, problems: bookmark.problems, full: false };
}

/** In whichever order they were read, what follows is the same. */
function inOrder(pages: readonly TracedPage[]): readonly TracedPage[] {
	return [...pages].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The history is let go as soon as it is read: texts are by far the largest part. */
function tracedPage(submission: Submission, { reviewers, language }: Programme, bot: string): TracedPage {
	const { kind, title, pageid, courses, inName, movedTo } = submission;
	const traced = traceApplications(submission, { reviewers, bot }, language);
	return { kind, title, pageid, courses, inName, movedTo, ...traced };
}

/** Redirects that lead away from what is gathered: what stood there is not read any more. */
export function movedAway(pages: readonly TracedPage[]): readonly Problem[] {
	const titles = new Set(pages.map(({ title }) => title));
	return pages.flatMap(({ title, movedTo }) =>
		movedTo === null || titles.has(movedTo) ? [] : [{ kind: 'moved-away', about: title, detail: movedTo }],
	);
}
