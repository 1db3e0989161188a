import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/formatMessage.ts';
import { findChangeHold } from '../../shared/programme/programmeHistory.ts';
import { evaluateCourse } from '../../shared/rules/evaluateCourse.ts';
import { findOpenRequests, requestProblem, dueRequests, type OpenRequest } from '../plan/requests.ts';
import {
	assessApplications,
	applicationProblems,
	type AssessedApplication,
	type AssessedCourse,
	lookUpProblems,
} from '../plan/assessApplications.ts';
import { planNotices, type PlannedNotices } from '../plan/planNotices.ts';
import { readStopReason } from '../operations/stopPage.ts';
import type { RegionUpdate } from '../plan/regionUpdate.ts';
import { renderPages } from '../render/renderPages.ts';
import {
	courseProblems,
	sortProblems,
	logProblems,
	movedAwayProblems,
	programmeProblems,
	uncertainProblems,
} from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';

/** What a cycle should do. */
export interface CyclePlan extends PlannedNotices {
	readonly courses: readonly AssessedCourse[];
	readonly applications: readonly AssessedApplication[];
	readonly problems: readonly Problem[];
	/** The intended content of the bot's pages. */
	readonly pages: readonly RegionUpdate[];
	/** Requests to apply on talk pages that get a reply. */
	readonly replies: readonly OpenRequest[];
	/** The reason on the stop page, or null. */
	readonly stopped: string | null;
}

/** Plans everything. Pure. */
export function planCycle(snapshot: Snapshot, translate: TranslateInto): CyclePlan {
	const { programme, programmeHistory, gathered, accounts, log, sent, wikiChanges, messageTexts } = snapshot;
	const { site } = wikiChanges;
	const courses = programme.courses.map((course): AssessedCourse => {
		const evaluated = evaluateCourse({
			programme,
			course,
			applications: gathered.pages.flatMap(({ applications }) =>
				applications.filter((application) => application.course === course.id),
			),
			titleNames: accounts.names,
			arrivals: arrivalsByPage(gathered.pages),
			log,
			sentNotices: sent.sent,
			heldUntil: findChangeHold(programmeHistory.changes, site.now),
			at: site.now,
		});
		return { ...evaluated, applications: assessApplications(evaluated, accounts, site.now) };
	});
	const applications = courses.flatMap((course) => course.applications);
	const requests = findOpenRequests(gathered.pages);
	return {
		...planNotices({ programme, log, sent: sent.sent, messageTexts, site }, courses),
		courses,
		applications,
		problems: sortProblems([
			...programmeProblems(snapshot),
			...logProblems(snapshot),
			...uncertainProblems(courses, snapshot),
			...gathered.problems,
			...gathered.pages.flatMap((page) => page.problems),
			...movedAwayProblems(gathered.pages),
			...requests.map(requestProblem),
			...lookUpProblems(accounts),
			...applications.flatMap(applicationProblems),
			...courses.flatMap((course) => courseProblems(course, snapshot)),
		]),
		pages: renderPages(programme, courses, site.now, translate(programme.language)),
		replies: dueRequests(requests, programme, site.now),
		stopped: readStopReason(wikiChanges.stopPage?.revision.text ?? ''),
	};
}

function arrivalsByPage(pages: Snapshot['gathered']['pages']): ReadonlyMap<number, string> {
	return new Map(pages.flatMap(({ pageid, arrivedAt }) => (arrivedAt === null ? [] : [[pageid, arrivedAt]])));
}
