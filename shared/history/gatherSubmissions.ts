import type { Programme } from '../programme/schema.ts';
import type { Problem } from './problem.ts';
import type { Submission } from './submission.ts';
import type { Params, Wiki } from '../wiki/wiki.ts';
import { coursePages } from '../programme/coursePages.ts';
import { readPages, readPagesWithPrefix, type Beside, type Page } from '../wiki/readPages.ts';
import type { Site } from '../wiki/readSite.ts';
import { readHistories, TOGETHER_FROM } from './readHistories.ts';
import { logEventParams, logEventsIn, readLogEvents } from '../wiki/readLogEvents.ts';

/** A user name as the wiki writes it: blanks for underscores, the first letter upper case. */
export function asWritten(name: string): string {
	const plain = name.replace(/_/g, ' ').trim();
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export interface Gathered {
	readonly submissions: readonly Submission[];
	/** The pages that they stand on, as they are now. */
	readonly present: readonly Page[];
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
): Promise<Gathered> {
	const { courses } = programme;
	const fixed = courses.flatMap((course) => [course.page, coursePages(course, site).talk]);
	const restored = new Set<string>();
	const read = await readPages(wiki, fixed, site.batch, noting(restorations(programme), restored));
	const pages = [...read.values()];
	const existing = new Set(pages.map(({ title }) => title));
	const problems = courses
		.filter(({ page }) => !existing.has(page))
		.map(({ page, id }): Problem => ({ kind: 'missing-page', about: page, detail: id }));
	for (const [index, course] of courses.entries()) {
		const { prefix, namespace } = coursePages(course, site);
		const beside = index === 0 ? noting(merges(programme), restored) : undefined;
		for (const page of await readPagesWithPrefix(wiki, prefix, namespace, site.batch, beside))
			pages.push(page);
	}
	return { ...(await submissionsOn(wiki, site, programme, pages, { restored, imported })), problems };
}

/**
 * The same for some pages only; those that are not there (any more) are left out.
 *
 * @throws WikiError
 */
export async function gatherFrom(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	titles: readonly string[],
	{ restored, imported }: Mended,
): Promise<Omit<Gathered, 'problems'>> {
	const mended = new Set(restored);
	const pages = await readPages(wiki, titles, site.batch, noting(merges(programme), mended));
	// Fewer are read one by one, and then only one that has but one revision can have lost the others.
	const before = titles.length < TOGETHER_FROM ? [] : await readLogEvents(wiki, restorations(programme));
	for (const { title } of before) mended.add(title);
	return submissionsOn(wiki, site, programme, [...pages.values()], { restored: mended, imported });
}

async function submissionsOn(
	wiki: Wiki,
	site: Site,
	programme: Programme,
	pages: readonly Page[],
	{ restored, imported }: Mended,
): Promise<Omit<Gathered, 'problems'>> {
	const placed = pages.flatMap((page) => {
		const place = placeOf(page.title, programme, site);
		return place ? [{ page, ...place }] : [];
	});
	const pagesThere = placed.map(({ page }) => page);
	// What was imported is no newer revision's parent.
	const withImports = pagesThere.filter(({ pageid }) => imported.has(pageid)).map(({ title }) => title);
	const mended = new Set([...restored, ...withImports]);
	const histories = await readHistories(wiki, pagesThere, site.batch, mended);
	const submissions = placed.map(({ page, ...place }) => ({
		...place,
		title: page.title,
		pageid: page.pageid,
		movedTo: page.redirect ? redirectTarget(page.revision.text ?? '') : null,
		imported: imported.has(page.pageid),
		history: histories.get(page.pageid) ?? [],
	}));
	return { submissions, present: pagesThere };
}

/** Pages whose histories administrators changed. */
export interface Mended {
	/** Titles of pages that may have been brought back since they were last read. */
	readonly restored: ReadonlySet<string>;
	/** Ids of pages into which revisions were imported. */
	readonly imported: ReadonlySet<number>;
}

function restorations(programme: Programme) {
	return { leaction: 'delete/restore', leend: firstOpening(programme) };
}

/** The older part of another page's history went before that of the target. */
function merges(programme: Programme) {
	return { letype: 'merge', leend: firstOpening(programme) };
}

/** Asks for log events in the same breath, and notes the titles of all pages that they are about. */
function noting(which: Params, titles: Set<string>): Beside {
	return {
		params: logEventParams(which),
		read: (answer) => {
			for (const { title, target } of logEventsIn(answer)) {
				titles.add(title);
				if (target !== null) titles.add(target);
			}
		},
	};
}

/** When the first course opened, ISO 8601: what administrators did before does not matter. */
export function firstOpening({ courses }: Programme): string {
	const first = Math.min(...courses.map(({ opens }) => Date.parse(opens)));
	return new Date(first).toISOString();
}

function placeOf(
	title: string,
	programme: Programme,
	site: Site,
): Pick<Submission, 'kind' | 'courses' | 'inName'> | null {
	const places = programme.courses.map((course) => ({ id: course.id, ...coursePages(course, site) }));
	const sharing = places.filter(({ talk }) => talk === title);
	if (sharing.length > 0) return { kind: 'talk', courses: sharing.map(({ id }) => id), inName: '' };
	const own = places.find(({ fullPrefix }) => title.startsWith(fullPrefix));
	if (!own) return null;
	return { kind: 'subpage', courses: [own.id], inName: nameIn(title.slice(own.fullPrefix.length)) };
}

/** A user name holds no slash: what follows one is a subpage of the application's. */
function nameIn(rest: string): string {
	return asWritten(rest.split('/')[0] ?? '');
}

function redirectTarget(text: string): string {
	return /\[\[:?([^\]|#]*)/.exec(text)?.[1]?.replace(/_/g, ' ').trim() ?? '';
}
