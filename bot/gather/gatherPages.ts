import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem, Submission } from '../../shared/submission/submission.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import type { Bookmark, TracedPage } from '../bookmark/bookmark.ts';
import type { Affected } from './affected.ts';
import { gatherFrom, gatherSubmissions } from '../../shared/gather/gatherSubmissions.ts';
import type { News } from './readNews.ts';

export interface GatheredPages {
	readonly pages: readonly TracedPage[];
	/** Those that were fetched, as they are now, by title: so that publishing need not fetch them again. */
	readonly present: ReadonlyMap<string, Page>;
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
		const { submissions, present, problems } = await gatherSubmissions(wiki, site, programme);
		return {
			pages: inOrder(submissions.map((one) => tracedPage(one, programme, site.user.name))),
			present: byTitle(present),
			problems,
			full: true,
		};
	}
	const kept = bookmark.pages.filter(({ title }) => !affected.titles.has(title));
	const { submissions, present } =
		affected.titles.size === 0
			? { submissions: [], present: [] }
			: await gatherFrom(wiki, site, programme, [...affected.titles], affected.restored);
	const pages = inOrder([...kept, ...submissions.map((one) => tracedPage(one, programme, site.user.name))]);
	return { pages, present: byTitle(present), problems: bookmark.problems, full: false };
}

function byTitle(pages: readonly Page[]): ReadonlyMap<string, Page> {
	return new Map(pages.map((page) => [page.title, page]));
}

/** In whichever order they were read, what follows is the same. */
function inOrder(pages: readonly TracedPage[]): readonly TracedPage[] {
	return [...pages].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The history is let go as soon as it is read, and only the newest texts are kept until they are published. */
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
