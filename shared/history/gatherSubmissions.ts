import type { Programme } from '../programme/schema.ts';
import type { Problem } from './problem.ts';
import type { Submission } from './submission.ts';
import type { Params, Wiki } from '../wiki/wiki.ts';
import { getCoursePages } from '../programme/coursePages.ts';
import {
	readHistory,
	readPages,
	readPagesWithPrefix,
	readRevisions,
	type ExtraQuery,
	type Page,
} from '../wiki/readPages.ts';
import type { Site } from '../wiki/readSite.ts';
import { logEventParams, parseLogEvents, readLogEvents } from '../wiki/readLogEvents.ts';
import type { Revision } from '../wiki/revision.ts';

/** Normalizes a user name: spaces for underscores, and a capital first letter. */
export function normalizeUserName(name: string): string {
	const plain = name.replace(/_/g, ' ').trim();
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}

interface GatheredSubmissions {
	readonly submissions: readonly Submission[];
	/** The pages that they stand on, as they are now. */
	readonly pages: readonly Page[];
	readonly problems: readonly Problem[];
}

/**
 * Finds all that was submitted for each course: the subpages of its `Applications/` and its talk page, with their
 * histories, because who wrote what is told by those alone.
 *
 * @param imported ids of pages into which revisions were imported
 * @throws WikiError
 */
export async function gatherSubmissions(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	imported: ReadonlySet<number>,
): Promise<GatheredSubmissions> {
	const { courses } = programme;
	const courseTitles = courses.flatMap((course) => [course.page, getCoursePages(course, site).talk]);
	const restored = new Set<string>();
	const coursePages = await readPages(
		wiki,
		courseTitles,
		site.batchSize,
		collectTitles(getRestoreFilter(programme), restored),
	);
	const pages = [...coursePages.values()];
	const existingTitles = new Set(pages.map(({ title }) => title));
	const problems = courses
		.filter(({ page }) => !existingTitles.has(page))
		.map(({ page, id }): Problem => ({ kind: 'missing-page', about: page, detail: id }));
	for (const [index, course] of courses.entries()) {
		const { prefix, namespace } = getCoursePages(course, site);
		const extra = index === 0 ? collectTitles(getMergeFilter(programme), restored) : undefined;
		for (const page of await readPagesWithPrefix(wiki, prefix, namespace, site.batchSize, extra))
			pages.push(page);
	}
	return { ...(await readSubmissions(wiki, site, programme, pages, { restored, imported })), problems };
}

/**
 * The same for some pages only; those that are not there (any more) are left out.
 *
 * @throws WikiError
 */
export async function gatherFromPages(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	titles: readonly string[],
	{ restored, imported }: AlteredHistories,
): Promise<Omit<GatheredSubmissions, 'problems'>> {
	const alteredTitles = new Set(restored);
	const pages = await readPages(
		wiki,
		titles,
		site.batchSize,
		collectTitles(getMergeFilter(programme), alteredTitles),
	);
	// Fewer are read one by one, and then only one that has but one revision can have lost the others.
	const restoreEvents =
		titles.length < MIN_PAGES_TOGETHER ? [] : await readLogEvents(wiki, getRestoreFilter(programme));
	for (const { title } of restoreEvents) alteredTitles.add(title);
	return readSubmissions(wiki, site, programme, [...pages.values()], { restored: alteredTitles, imported });
}

async function readSubmissions(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	pages: readonly Page[],
	{ restored, imported }: AlteredHistories,
): Promise<Omit<GatheredSubmissions, 'problems'>> {
	const located = pages.flatMap((page) => {
		const location = locatePage(page.title, programme, site);
		return location ? [{ page, ...location }] : [];
	});
	const submissionPages = located.map(({ page }) => page);
	// An imported revision is not the parent of the next one.
	const importedTitles = submissionPages
		.filter(({ pageid }) => imported.has(pageid))
		.map(({ title }) => title);
	const alteredTitles = new Set([...restored, ...importedTitles]);
	const histories = await readHistories(wiki, submissionPages, site.batchSize, alteredTitles);
	const submissions = located.map(({ page, ...place }) => ({
		...place,
		title: page.title,
		pageid: page.pageid,
		movedTo: page.isRedirect ? findRedirectTarget(page.revision.text ?? '') : null,
		isImported: imported.has(page.pageid),
		history: histories.get(page.pageid) ?? [],
	}));
	return { submissions, pages: submissionPages };
}

/** Pages whose histories administrators changed. */
interface AlteredHistories {
	/** Titles of pages that may have been brought back since they were last read. */
	readonly restored: ReadonlySet<string>;
	/** Ids of pages into which revisions were imported. */
	readonly imported: ReadonlySet<number>;
}

function getRestoreFilter(programme: Programme) {
	return { leaction: 'delete/restore', leend: findFirstOpening(programme) };
}

/** A merge moves older revisions of another page into the target's history. */
function getMergeFilter(programme: Programme) {
	return { letype: 'merge', leend: findFirstOpening(programme) };
}

/** Adds log events to a query, and collects the titles of all pages that they are about. */
function collectTitles(filter: Params, titles: Set<string>): ExtraQuery {
	return {
		params: logEventParams(filter),
		onResponse: (response) => {
			for (const { title, target } of parseLogEvents(response)) {
				titles.add(title);
				if (target !== null) titles.add(target);
			}
		},
	};
}

/** When the first course opened, ISO 8601. Log events before it are irrelevant. */
export function findFirstOpening({ courses }: Programme): string {
	const earliest = Math.min(...courses.map(({ opens }) => Date.parse(opens)));
	return new Date(earliest).toISOString();
}

function locatePage(
	title: string,
	programme: Programme,
	site: Site,
): Pick<Submission, 'kind' | 'courses' | 'titleUserName'> | null {
	const courses = programme.courses.map((course) => ({ id: course.id, ...getCoursePages(course, site) }));
	const talkCourses = courses.filter(({ talk }) => talk === title);
	if (talkCourses.length > 0)
		return { kind: 'talk', courses: talkCourses.map(({ id }) => id), titleUserName: '' };
	const ownCourse = courses.find(({ fullPrefix }) => title.startsWith(fullPrefix));
	if (!ownCourse) return null;
	return {
		kind: 'subpage',
		courses: [ownCourse.id],
		titleUserName: readUserName(title.slice(ownCourse.fullPrefix.length)),
	};
}

/** User names contain no slash: the text after one is a subpage of the application. */
function readUserName(rest: string): string {
	return normalizeUserName(rest.split('/')[0] ?? '');
}

function findRedirectTarget(text: string): string {
	return /\[\[:?([^\]|#]*)/.exec(text)?.[1]?.replace(/_/g, ' ').trim() ?? '';
}

/** Fewer pages than these are read one by one: going back together takes a request for each step. */
const MIN_PAGES_TOGETHER = 4;
/** How many steps back are taken together; those with longer histories are few. */
const MAX_STEPS = 20;
/**
 * The whole histories of pages, oldest revision first, by page id. The API gives only the newest revision of many
 * pages at once, so older ones are asked for by their ids, a step back for all pages at a time. Where that leads
 * nowhere (revisions that were not undeleted with the page), where a page was brought back, and where few are left, a
 * page's history is listed.
 *
 * @param alteredTitles titles of pages whose older revisions may not be the parents of their newer ones
 * @throws WikiError
 */
async function readHistories(
	wiki: Wiki,
	pages: readonly Page[],
	batchSize: number,
	alteredTitles: ReadonlySet<string>,
): Promise<ReadonlyMap<number, readonly Revision[]>> {
	const histories = new Map<number, Revision[]>(pages.map(({ pageid, revision }) => [pageid, [revision]]));
	const getParentId = ({ pageid }: Page): number => histories.get(pageid)?.[0]?.parentid ?? 0;
	const listedPages = pages.filter(({ title }) => alteredTitles.has(title));
	let openPages = pages.filter((page) => getParentId(page) !== 0 && !alteredTitles.has(page.title));
	for (let step = 0; step < MAX_STEPS && openPages.length >= MIN_PAGES_TOGETHER; step++) {
		const parents = await readRevisions(wiki, openPages.map(getParentId), batchSize);
		// A parent may have gone to another page, whose history got it.
		const hasParent = (page: Page): boolean => parents.get(getParentId(page))?.pageid === page.pageid;
		const continued = openPages.filter(hasParent);
		listedPages.push(...openPages.filter((page) => !hasParent(page)));
		for (const page of continued) {
			const revision = parents.get(getParentId(page));
			if (revision) histories.get(page.pageid)?.unshift(revision);
		}
		openPages = continued.filter((page) => getParentId(page) !== 0);
	}
	for (const page of [...listedPages, ...openPages]) {
		histories.set(page.pageid, [...(await readHistory(wiki, page.title))]);
	}
	return histories;
}
