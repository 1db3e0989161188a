import type { Programme } from '../../../shared/programme/schema.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { Submission, TracedSubmission } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';
import type { CycleCache } from '../cache/cycleCache.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { Affected } from './affected.ts';
import { gatherFrom, gatherSubmissions } from '../../../shared/history/gatherSubmissions.ts';
import { readArrival } from '../../../shared/history/readArrival.ts';
import { coursePages } from '../../../shared/programme/coursePages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';

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
 * @param imported ids of pages into which revisions were imported
 * @param known what the last cycle read (null: read everything), and what changed since
 * @throws WikiError
 */
export async function gatherPages(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	imported: ReadonlySet<number>,
	known: { readonly bookmark: CycleCache | null; readonly affected: Affected },
): Promise<GatheredPages> {
	const { bookmark, affected } = known;
	const trace = (submissions: readonly Submission[]) => tracePages(wiki, site, programme, submissions);
	if (!bookmark || programme.courses.some(({ page }) => affected.all.has(page))) {
		const { submissions, present, problems } = await gatherSubmissions(wiki, site, programme, imported);
		return { pages: inOrder(await trace(submissions)), present: byTitle(present), problems, full: true };
	}
	const kept = bookmark.pages.filter(({ title }) => !affected.titles.has(title));
	const { submissions, present } =
		affected.titles.size === 0
			? { submissions: [], present: [] }
			: await gatherFrom(wiki, site, programme, [...affected.titles], {
					restored: affected.restored,
					imported,
				});
	const pages = inOrder([...kept, ...(await trace(submissions))]);
	return { pages, present: byTitle(present), problems: bookmark.problems, full: false };
}

function byTitle(pages: readonly Page[]): ReadonlyMap<string, Page> {
	return new Map(pages.map((page) => [page.title, page]));
}

/** In whichever order they were read, what follows is the same. */
function inOrder(pages: readonly TracedPage[]): readonly TracedPage[] {
	return [...pages].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The histories are let go as soon as they are read, and only the newest texts are kept until they are published. */
async function tracePages(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	submissions: readonly Submission[],
): Promise<readonly TracedPage[]> {
	const pages: TracedPage[] = [];
	for (const submission of submissions) {
		const traced = traceApplications(submission, programme, programme.language);
		const { title, courses, kind } = submission;
		const course = programme.courses.find(({ id }) => id === courses[0]);
		const isMoved = kind === 'subpage' && course && traced.nullRevisions.length > 0;
		const { fullPrefix } = isMoved ? coursePages(course, site) : { fullPrefix: '' };
		const arrived = isMoved
			? await readArrival(wiki, title, traced.nullRevisions, (place) => place.startsWith(fullPrefix))
			: null;
		pages.push(tracedPage(submission, traced, arrived));
	}
	return pages;
}

/** Written out: to copy fields of unknown names takes ten times as long, and there are ten thousand pages. */
export function tracedPage(
	{ kind, title, pageid, courses, inName, movedTo, imported }: Submission,
	traced: TracedSubmission,
	arrived: string | null,
): TracedPage {
	const { applications, requests, authors, nullRevisions, problems } = traced;
	return {
		kind,
		title,
		pageid,
		courses,
		inName,
		movedTo,
		imported,
		applications,
		requests,
		authors,
		nullRevisions,
		problems,
		arrived,
	};
}
