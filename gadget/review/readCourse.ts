import { readLog } from '../../shared/actions/readLog.ts';
import { firstOpening, gatherFrom, gatherSubmissions } from '../../shared/history/gatherSubmissions.ts';
import { readArrival } from '../../shared/history/readArrival.ts';
import { readLogPage } from '../../shared/actions/readLogPage.ts';
import { readMismatches } from '../../shared/programme/readMismatches.ts';
import type { Submission, TracedApplication, TracedSubmission } from '../../shared/history/submission.ts';
import { traceApplications } from '../../shared/history/traceApplications.ts';
import { readSent } from '../../shared/notices/readSent.ts';
import { withoutInvalidRows } from '../../shared/programme/comparePeople.ts';
import { hasRole } from '../../shared/programme/people.ts';
import {
	heldByChange,
	PROGRAMME_PAGE,
	readProgrammeHistory,
} from '../../shared/programme/programmeHistory.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { evaluateCourse } from '../../shared/rules/evaluateCourse.ts';
import type { EvaluatedCourse } from '../../shared/rules/evaluation.ts';
import { otherName } from '../../shared/rules/identify.ts';
import { WikiError, type Wiki } from '../../shared/wiki/wiki.ts';
import { coursePages } from '../../shared/programme/coursePages.ts';
import { readNamesWithHistory } from '../../shared/wiki/readNames.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import { readSite, type Site } from '../../shared/wiki/readSite.ts';
import { botVerdict } from './botVerdict.ts';
import type { CourseRead, Reviewable, Reviewing } from './reviewing.ts';

/**
 * All that is known of a course, by the rules of `evaluateCourse`: 2 requests for each 50 applications, and a few more.
 *
 * @param only titles of pages: nothing else is read, so that seats and newer applications elsewhere are not known
 * @throws WikiError
 */
export async function readCourse(
	{ wiki, id }: Reviewing,
	courseId: string,
	only?: readonly string[],
): Promise<CourseRead> {
	const [site, history] = await Promise.all([readSite(wiki), readHistory(wiki, PROGRAMME_PAGE)]);
	const { inForce, changes, formerBots, rows } = readProgrammeHistory(history);
	const course = inForce?.programme.courses.find((one) => one.id === courseId);
	if (!inForce || !course) throw new WikiError('no-course', PROGRAMME_PAGE);
	const programme = withoutInvalidRows(inForce.programme, await readMismatches(wiki, rows));
	const logPage = await readLogPage(wiki, programme.log.id, firstOpening(programme));
	const { imported } = logPage;
	const ours = { ...programme, courses: [course] };
	const [{ submissions }, { sent }] = await Promise.all([
		only
			? gatherFrom(wiki, site, ours, only, { restored: new Set(only), imported })
			: gatherSubmissions(wiki, site, ours, imported),
		readSent(wiki, { ids: [programme.bot.id, ...formerBots] }, null),
	]);
	const pages = submissions.map((submission) => ({
		submission,
		traced: traceApplications(submission, programme, programme.language),
	}));
	const traced = pages
		.flatMap((page) => page.traced.applications)
		.filter((application) => application.course === course.id);
	const courses = programme.courses.map((one) => one.id);
	const log = readLog(logPage.history, programme, courses);
	const evaluated = evaluateCourse({
		programme,
		course,
		applications: traced,
		names: await namesIn(wiki, site, traced),
		arrivals: await arrivalsOf(wiki, site, course, pages),
		log,
		sent,
		heldUntil: heldByChange(changes, site.now),
		at: site.now,
	});
	return {
		programme,
		course,
		all: reviewables(programme, evaluated, pages),
		evaluated,
		log,
		logPage: logPage.page,
		changes,
		may: {
			decide: hasRole(programme, 'reviewer', id, site.now),
			write: hasRole(programme, 'team', id, site.now),
		},
		now: site.now,
	};
}

interface ReadPage {
	readonly submission: Submission;
	readonly traced: TracedSubmission;
}

/** The accounts with the names in titles that are not the applicants'. */
async function namesIn(wiki: Wiki, site: Site, traced: readonly TracedApplication[]) {
	const names = new Set<string>();
	for (const application of traced) {
		const name = otherName(application);
		if (name !== null) names.add(name);
	}
	return readNamesWithHistory(wiki, Array.from(names), site.batch);
}

/** When pages that were moved in reached the course. */
async function arrivalsOf(wiki: Wiki, site: Site, course: Course, pages: readonly ReadPage[]) {
	const { fullPrefix } = coursePages(course, site);
	const arrivals = new Map<number, string>();
	for (const { submission, traced } of pages) {
		if (submission.kind !== 'subpage') continue;
		const arrived = await readArrival(wiki, submission.title, traced.nullRevisions, (title) =>
			title.startsWith(fullPrefix),
		);
		if (arrived !== null) arrivals.set(submission.pageid, arrived);
	}
	return arrivals;
}

function reviewables(
	programme: Programme,
	{ course, applications }: EvaluatedCourse,
	pages: readonly ReadPage[],
): readonly Reviewable[] {
	const byPage = new Map(pages.map((page) => [page.submission.pageid, page]));
	return applications.map((one): Reviewable => {
		const page = byPage.get(one.pageid);
		const about = one.section === '' ? one.title : `${one.title}#${one.section}`;
		return {
			key: `${one.pageid}:${one.added.revid}`,
			course,
			one,
			verdict: page ? botVerdict(page.submission, programme) : 'unknown',
			problems: page?.traced.problems.filter((problem) => problem.about === about) ?? [],
		};
	});
}
