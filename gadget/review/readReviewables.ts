import type { Course } from '../../shared/programme/schema.ts';
import { gatherFrom, gatherSubmissions } from '../../shared/gather/gatherSubmissions.ts';
import type { SentNotice } from '../../shared/notice/notice.ts';
import type { Submission } from '../../shared/submission/submission.ts';
import { readNames } from '../../shared/wiki/readNames.ts';
import { readSite, type Site } from '../../shared/wiki/readSite.ts';
import { deriveReviewables } from './deriveReviewables.ts';
import { readSent } from '../../shared/notice/readSent.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';

/** A course's applications, and the wiki's clock (ISO 8601) when they were read. */
export interface CourseRead {
	readonly all: readonly Reviewable[];
	readonly now: string;
}

/** All applications for a course: 2 requests for each 50 of them, and a few more. @throws WikiError */
export async function readCourse(reviewing: Reviewing, course: Course): Promise<CourseRead> {
	const { wiki, programme } = reviewing;
	const site = await readSite(wiki);
	const [{ submissions }, sent] = await Promise.all([
		gatherSubmissions(wiki, site, { ...programme, courses: [course] }),
		readSent(wiki, programme.bot, null),
	]);
	return { all: await derive(reviewing, site, course, submissions, sent), now: site.now };
}

/** The applications on one page; whether they were replaced by others, and what was told, is not looked up. @throws WikiError */
export async function readPage(reviewing: Reviewing, title: string): Promise<readonly Reviewable[]> {
	const { wiki, programme } = reviewing;
	const site = await readSite(wiki);
	const { submissions } = await gatherFrom(wiki, site, programme, [title], new Set([title]));
	const found = await Promise.all(
		programme.courses
			.filter(({ id }) => submissions.some(({ courses }) => courses.includes(id)))
			.map((course) => derive(reviewing, site, course, submissions, [])),
	);
	return ([] as Reviewable[]).concat(...found);
}

/** Names in titles that are not the applicants' are looked up: they may be other accounts'. */
async function derive(
	{ wiki, programme }: Reviewing,
	site: Site,
	course: Course,
	submissions: readonly Submission[],
	sent: readonly SentNotice[],
): Promise<readonly Reviewable[]> {
	const others = submissions.flatMap(({ inName, history }) =>
		inName === '' || history.every(({ user }) => user?.name === inName) ? [] : [inName],
	);
	const names = await readNames(wiki, others, site.batch);
	return deriveReviewables(programme, course, submissions, { names, sent, now: site.now });
}
