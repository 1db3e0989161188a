import type { Programme } from '../../../shared/programme/schema.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import type { Submission, TracedSubmission, TracedPage } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { Page } from '../../../shared/wiki/readPages.ts';
import type { CycleCache } from '../cache/cycleCache.ts';
import type { Affected } from './affected.ts';
import { gatherFromPages, gatherSubmissions } from '../../../shared/history/gatherSubmissions.ts';
import { readArrival } from '../../../shared/history/readArrival.ts';
import { getCoursePages } from '../../../shared/programme/coursePages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';

export interface GatheredPages {
	readonly pages: readonly TracedPage[];
	/** The pages fetched in this cycle, by title, so that publishing need not fetch them again. */
	readonly present: ReadonlyMap<string, Page>;
	readonly problems: readonly Problem[];
	/** Whether everything was read. */
	readonly isComplete: boolean;
}

/**
 * Reads all pages with submissions. With a valid cache, fetches only those changed since.
 *
 * @param imported ids of pages into which revisions were imported
 * @param cached what the last cycle read (null: read everything), and what changed since
 * @throws WikiError
 */
export async function gatherPages(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	imported: ReadonlySet<number>,
	cached: { readonly cache: CycleCache | null; readonly affected: Affected },
): Promise<GatheredPages> {
	const { cache, affected } = cached;
	const trace = (submissions: readonly Submission[]) => tracePages(wiki, site, programme, submissions);
	if (!cache || programme.courses.some(({ page }) => affected.changedTitles.has(page))) {
		const {
			submissions,
			pages: gatheredPages,
			problems,
		} = await gatherSubmissions(wiki, site, programme, imported);
		return {
			pages: sortByTitle(await trace(submissions)),
			present: indexByTitle(gatheredPages),
			problems,
			isComplete: true,
		};
	}
	const unchangedPages = cache.pages.filter(({ title }) => !affected.submissionTitles.has(title));
	const { submissions, pages: gatheredPages } =
		affected.submissionTitles.size === 0
			? { submissions: [], pages: [] }
			: await gatherFromPages(wiki, site, programme, [...affected.submissionTitles], {
					restored: affected.restored,
					imported,
				});
	const pages = sortByTitle([...unchangedPages, ...(await trace(submissions))]);
	return { pages, present: indexByTitle(gatheredPages), problems: cache.problems, isComplete: false };
}

function indexByTitle(pages: readonly Page[]): ReadonlyMap<string, Page> {
	return new Map(pages.map((page) => [page.title, page]));
}

/** Makes the result independent of the read order. */
function sortByTitle(pages: readonly TracedPage[]): readonly TracedPage[] {
	return [...pages].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** To save memory, histories are dropped once processed, and only the latest texts are kept until publishing. */
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
		const { fullPrefix } = isMoved ? getCoursePages(course, site) : { fullPrefix: '' };
		const arrived = isMoved
			? await readArrival(wiki, title, traced.nullRevisions, (place) => place.startsWith(fullPrefix))
			: null;
		pages.push(toTracedPage(submission, traced, arrived));
	}
	return pages;
}

/** Fields are listed explicitly: spreading takes ten times as long, for ten thousand pages. */
export function toTracedPage(
	{ kind, title, pageid, courses, titleUserName, movedTo, isImported }: Submission,
	traced: TracedSubmission,
	arrived: string | null,
): TracedPage {
	const { applications, requests, authors, nullRevisions, problems } = traced;
	return {
		kind,
		title,
		pageid,
		courses,
		titleUserName,
		movedTo,
		isImported,
		applications,
		requests,
		authors,
		nullRevisions,
		problems,
		arrivedAt: arrived,
	};
}
