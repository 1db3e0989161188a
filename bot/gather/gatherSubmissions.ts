import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Problem, Submission } from '../../shared/submission/submission.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { coursePages } from '../../shared/wiki/coursePages.ts';
import {
	readHistory,
	readPages,
	readPagesWithPrefix,
	readRevisions,
	type Page,
} from '../../shared/wiki/readPages.ts';
import type { Revision } from '../../shared/wiki/revision.ts';
import type { Site } from '../../shared/wiki/readSite.ts';

export interface Gathered {
	readonly submissions: readonly Submission[];
	readonly problems: readonly Problem[];
}

/**
 * Finds what was submitted for each course: the subpages of its `Applications/` and its talk page, with their
 * histories, because who wrote what is told by those alone.
 *
 * @throws WikiError
 */
export async function gatherSubmissions(wiki: Wiki, site: Site, programme: Programme): Promise<Gathered> {
	const talks = await readPages(
		wiki,
		programme.courses.flatMap((course) => [course.page, coursePages(course, site).talk]),
		site.batch,
	);
	const submissions: Submission[] = [];
	const problems: Problem[] = [];
	for (const course of programme.courses) {
		const { talk } = coursePages(course, site);
		if (!talks.has(course.page))
			problems.push({ kind: 'missing-page', about: course.page, detail: course.id });
		submissions.push(...(await subpages(wiki, site, course)));
		const page = talks.get(talk);
		if (page && !page.redirect) submissions.push(await talkPage(wiki, course, page));
	}
	return { submissions, problems };
}

async function subpages(wiki: Wiki, site: Site, course: Course): Promise<readonly Submission[]> {
	const { prefix, namespace } = coursePages(course, site);
	const pages = (await readPagesWithPrefix(wiki, prefix, namespace)).filter(({ redirect }) => !redirect);
	const histories = await readShortHistories(wiki, site, pages);
	return pages.map(({ title, pageid }) => ({
		kind: 'subpage',
		title,
		pageid,
		course: course.id,
		history: histories.get(pageid) ?? [],
	}));
}

async function talkPage(wiki: Wiki, course: Course, page: Page): Promise<Submission> {
	const history = page.revision.parentid === 0 ? [page.revision] : await readHistory(wiki, page.title);
	return { kind: 'talk', title: page.title, pageid: page.pageid, course: course.id, history };
}

/** How many steps back are taken for all pages together; a longer history is read for its page alone. */
const STEPS_TOGETHER = 2;

/** The API gives only the newest revision of many pages at once, so older ones are asked for by their ids. */
async function readShortHistories(
	wiki: Wiki,
	site: Site,
	pages: readonly Page[],
): Promise<ReadonlyMap<number, readonly Revision[]>> {
	const histories = new Map<number, Revision[]>(pages.map(({ pageid, revision }) => [pageid, [revision]]));
	let open = pages.filter(({ revision }) => revision.parentid !== 0);
	for (let step = 0; step < STEPS_TOGETHER && open.length > 0; step++) {
		const older = await readRevisions(
			wiki,
			open.map((page) => parentOf(histories, page)),
			site.batch,
		);
		open = open.filter((page) => {
			const revision = older.get(parentOf(histories, page));
			if (revision) histories.get(page.pageid)?.unshift(revision);
			return revision !== undefined && revision.parentid !== 0;
		});
	}
	for (const page of open) histories.set(page.pageid, [...(await readHistory(wiki, page.title))]);
	return histories;
}

function parentOf(histories: ReadonlyMap<number, readonly Revision[]>, page: Page): number {
	return histories.get(page.pageid)?.[0]?.parentid ?? 0;
}
