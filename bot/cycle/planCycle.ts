import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/translate.ts';
import { heldByChange } from '../../shared/programme/programmeHistory.ts';
import { evaluateCourse } from '../../shared/rules/evaluateCourse.ts';
import { openRequests, requestProblem, requestsDue, type OpenRequest } from '../plan/requests.ts';
import {
	assessApplications,
	problemsOf,
	type AssessedApplication,
	type AssessedCourse,
} from '../plan/assessApplications.ts';
import { planNotices, type PlannedNotices } from '../plan/planNotices.ts';
import { stopReason } from '../operations/stopPage.ts';
import type { WantedRegion } from '../plan/wantedRegion.ts';
import { renderPages } from '../render/renderPages.ts';
import { failedLookUps } from '../plan/accountFacts.ts';
import {
	courseProblems,
	inOrder,
	logProblems,
	movedAway,
	programmeProblems,
	uncertainProblems,
} from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';

/** What a cycle should do. */
export interface Plan extends PlannedNotices {
	readonly courses: readonly AssessedCourse[];
	readonly applications: readonly AssessedApplication[];
	readonly problems: readonly Problem[];
	/** The pages that the bot keeps, as they should be. */
	readonly pages: readonly WantedRegion[];
	/** Sections of talk pages that ask to apply and get a reply. */
	readonly replies: readonly OpenRequest[];
	/** Why the stop page forbids writing, or null. */
	readonly stopped: string | null;
}

/** Decides everything, and asks nobody: plain data in, plain data out. */
export function planCycle(snapshot: Snapshot, translate: TranslateInto): Plan {
	const { programme, programmeHistory, gathered, accounts, log, sent, news, texts } = snapshot;
	const { site } = news;
	const courses = programme.courses.map((course): AssessedCourse => {
		const evaluated = evaluateCourse({
			programme,
			course,
			applications: gathered.pages.flatMap(({ applications }) =>
				applications.filter((application) => application.course === course.id),
			),
			names: accounts.names,
			arrivals: arrivalsOf(gathered.pages),
			log,
			sent: sent.sent,
			heldUntil: heldByChange(programmeHistory.changes, site.now),
			at: site.now,
		});
		return { ...evaluated, applications: assessApplications(evaluated, accounts, site.now) };
	});
	const applications = courses.flatMap((course) => course.applications);
	const requests = openRequests(gathered.pages);
	return {
		...planNotices({ programme, log, sent: sent.sent, texts, site }, courses),
		courses,
		applications,
		problems: inOrder([
			...programmeProblems(snapshot),
			...logProblems(snapshot),
			...uncertainProblems(courses, snapshot),
			...gathered.problems,
			...gathered.pages.flatMap((page) => page.problems),
			...movedAway(gathered.pages),
			...requests.map(requestProblem),
			...failedLookUps(accounts),
			...applications.flatMap(problemsOf),
			...courses.flatMap((course) => courseProblems(course, snapshot)),
		]),
		pages: renderPages(programme, courses, site.now, translate(programme.language)),
		replies: requestsDue(requests, programme, site.now),
		stopped: stopReason(news.stopPage?.revision.text ?? ''),
	};
}

function arrivalsOf(pages: Snapshot['gathered']['pages']): ReadonlyMap<number, string> {
	return new Map(pages.flatMap(({ pageid, arrived }) => (arrived === null ? [] : [[pageid, arrived]])));
}
