import { readLog } from '../../../shared/actions/readLog.ts';
import {
	findFirstOpening,
	gatherFromPages,
	gatherSubmissions,
} from '../../../shared/history/gatherSubmissions.ts';
import { readArrival } from '../../../shared/history/readArrival.ts';
import { readLogPage } from '../../../shared/actions/readLogPage.ts';
import { readPersonMismatches, removeInvalidRows } from '../../../shared/programme/comparePeople.ts';
import type { Submission, TracedApplication, TracedSubmission } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import { readSentNotices } from '../../../shared/notices/readSentNotices.ts';
import { hasRole } from '../../../shared/programme/people.ts';
import {
	findChangeHold,
	PROGRAMME_PAGE,
	readProgrammeHistory,
} from '../../../shared/programme/programmeHistory.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import { evaluateCourse } from '../../../shared/rules/evaluateCourse.ts';
import type { EvaluatedCourse } from '../../../shared/rules/evaluation.ts';
import { findOtherTitleName } from '../../../shared/rules/identity.ts';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';
import { getCoursePages } from '../../../shared/programme/coursePages.ts';
import { readNameHolders } from '../../../shared/wiki/readAccountsByName.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { readSite, type Site } from '../../../shared/wiki/readSite.ts';
import { readBotVerdict } from './readBotVerdict.ts';
import type { CourseSnapshot, ReviewContext } from './reviewContext.ts';
import type { ReviewItem } from './reviewItem.ts';

/**
 * Reads a course and evaluates it with `evaluateCourse`. Takes 2 requests per 50 applications, and a few more.
 *
 * @param titles reads only these pages; seats and newer applications elsewhere are then unknown
 * @throws WikiError
 */
export async function readCourse(
	{ wiki, userId }: ReviewContext,
	courseId: string,
	titles?: readonly string[],
): Promise<CourseSnapshot> {
	const [site, history] = await Promise.all([readSite(wiki), readHistory(wiki, PROGRAMME_PAGE)]);
	const { inForce, changes, formerBots, rows } = readProgrammeHistory(history);
	const course = inForce?.programme.courses.find((course) => course.id === courseId);
	if (!inForce || !course) throw new WikiError('no-course', PROGRAMME_PAGE);
	const programme = removeInvalidRows(inForce.programme, await readPersonMismatches(wiki, rows));
	const logPage = await readLogPage(wiki, programme.log.id, findFirstOpening(programme));
	const { imported } = logPage;
	const courseProgramme = { ...programme, courses: [course] };
	const [{ submissions }, { sent }] = await Promise.all([
		titles
			? gatherFromPages(wiki, site, courseProgramme, titles, { restored: new Set(titles), imported })
			: gatherSubmissions(wiki, site, courseProgramme, imported),
		readSentNotices(wiki, { ids: [programme.bot.id, ...formerBots] }, null),
	]);
	const pages = submissions.map((submission) => ({
		submission,
		traced: traceApplications(submission, programme, programme.language),
	}));
	const traced = pages
		.flatMap((page) => page.traced.applications)
		.filter((application) => application.course === course.id);
	const courses = programme.courses.map((course) => course.id);
	const log = readLog(logPage.history, programme, courses);
	const evaluated = evaluateCourse({
		programme,
		course,
		applications: traced,
		titleNames: await readOtherNames(wiki, site, traced),
		arrivals: await readArrivals(wiki, site, course, pages),
		log,
		sentNotices: sent,
		heldUntil: findChangeHold(changes, site.now),
		at: site.now,
	});
	return {
		programme,
		course,
		items: createReviewItems(programme, evaluated, pages),
		evaluated,
		log,
		logPage: logPage.page,
		programmeChanges: changes,
		permissions: {
			canDecide: hasRole(programme, 'reviewer', userId, site.now),
			canWrite: hasRole(programme, 'team', userId, site.now),
		},
		now: site.now,
	};
}

interface TracedPage {
	readonly submission: Submission;
	readonly traced: TracedSubmission;
}

/** Reads the accounts with other users' names in subpage titles. */
async function readOtherNames(wiki: Wiki, site: Site, traced: readonly TracedApplication[]) {
	const names = new Set<string>();
	for (const application of traced) {
		const name = findOtherTitleName(application);
		if (name !== null) names.add(name);
	}
	return readNameHolders(wiki, Array.from(names), site.batchSize);
}

/** Reads when pages that were moved to the course arrived. */
async function readArrivals(wiki: Wiki, site: Site, course: Course, pages: readonly TracedPage[]) {
	const { fullPrefix } = getCoursePages(course, site);
	const arrivals = new Map<number, string>();
	for (const { submission, traced } of pages) {
		if (submission.kind !== 'subpage') continue;
		const arrival = await readArrival(wiki, submission.title, traced.nullRevisions, (title) =>
			title.startsWith(fullPrefix),
		);
		if (arrival !== null) arrivals.set(submission.pageid, arrival);
	}
	return arrivals;
}

function createReviewItems(
	programme: Programme,
	{ course, applications }: EvaluatedCourse,
	pages: readonly TracedPage[],
): readonly ReviewItem[] {
	const byPage = new Map(pages.map((page) => [page.submission.pageid, page]));
	return applications.map((application): ReviewItem => {
		const page = byPage.get(application.pageid);
		const about =
			application.section === '' ? application.title : `${application.title}#${application.section}`;
		return {
			key: `${application.pageid}:${application.added.revid}`,
			course,
			application,
			verdict: page ? readBotVerdict(page.submission, programme) : 'unknown',
			problems: page?.traced.problems.filter((problem) => problem.about === about) ?? [],
		};
	});
}
