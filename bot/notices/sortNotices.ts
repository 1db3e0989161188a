import { freeSeats } from '../../shared/rules/status.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import type { Release } from '../gather/readReleases.ts';
import type { Obstacle, Outbox, PlannedNotice } from './plannedNotice.ts';

/** What may go out now, and what waits for a release. */
export interface Sorted {
	readonly due: readonly PlannedNotice[];
	readonly outbox: readonly Outbox[];
}

/**
 * Sorts the notices that are wanted: those about decisions wait until a course's release, which covers the decisions
 * that are older than it, and until nothing forbids it; all others are due.
 *
 * @param at ISO 8601, the wiki's clock
 */
export function sortNotices(
	programme: Programme,
	applications: readonly AssessedApplication[],
	wanted: readonly PlannedNotice[],
	releases: readonly Release[],
	at: string,
): Sorted {
	const due = wanted.filter((one) => !isAboutDecision(one));
	const outbox: Outbox[] = [];
	for (const course of programme.courses) {
		const all = wanted.filter((one) => one.course === course.id && isAboutDecision(one));
		if (all.length === 0) continue;
		const newest = Math.max(
			0,
			...releases.filter((one) => one.course === course.id).map(({ revid }) => revid),
		);
		const isCovered = (one: PlannedNotice): boolean =>
			programme.release === 'automatic' || decisionOf(one) < newest;
		const own = applications.filter((one) => one.course === course.id);
		const obstacles = obstaclesTo(course, own, all, at);
		const sending = obstacles.length === 0 ? all.filter(isCovered) : [];
		due.push(...sending);
		const waiting = all.filter((one) => !sending.includes(one));
		if (waiting.length > 0)
			outbox.push({ course: course.id, waiting, obstacles, asked: waiting.some(isCovered) });
	}
	return { due, outbox };
}

function isAboutDecision({ kind }: PlannedNotice): boolean {
	return kind === 'decision' || kind === 'promotion' || kind === 'correction';
}

/** The revision of the decision that a notice is about. */
export function decisionOf({ about }: PlannedNotice): number {
	return Number(about.split('-')[1]);
}

/** All or none: one thing that is not as it should be holds back the whole release. */
function obstaclesTo(
	{ notify, seats, promoteUntil }: Course,
	applications: readonly AssessedApplication[],
	notices: readonly PlannedNotice[],
	at: string,
): readonly Obstacle[] {
	const obstacles: Obstacle[] = [];
	const add = (kind: Obstacle['kind'], pages: readonly string[], detail = ''): void => {
		obstacles.push({ kind, pages: [...new Set(pages)], detail });
	};
	const addSome = (kind: Obstacle['kind'], some: readonly AssessedApplication[]): void => {
		if (some.length > 0)
			add(
				kind,
				some.map(({ title }) => title),
			);
	};
	if (Date.parse(at) < Date.parse(notify)) add('too-early', [], notify);
	addSome(
		'undecided',
		applications.filter(({ state, late }) => (state === 'received' || state === 'incomplete') && !late),
	);
	const free = freeSeats(
		seats,
		applications.map(({ state }) => state),
	);
	if (free < 0) add('over-seats', [], String(-free));
	const kinds = new Map(notices.map(({ applicant, kind }) => [applicant, kind]));
	const told = applications.filter(({ applicant }) => kinds.has(applicant?.id ?? 0));
	addSome('changed-since-decision', told.filter(isChangedSince));
	addSome(
		'promoted-late',
		told.filter((one) => kinds.get(one.applicant?.id ?? 0) === 'promotion' && isAfter(one, promoteUntil)),
	);
	return obstacles;
}

function isChangedSince({ decisions, answersSince, changedByOthers, state }: AssessedApplication): boolean {
	const decided = decisions[decisions.length - 1]?.change.revid;
	if (decided === undefined || state === 'superseded' || state === 'withdrawn') return false;
	return answersSince.revid > decided || (changedByOthers?.revid ?? 0) > decided;
}

/** Whether the decision in force was made after an instant. */
function isAfter({ decisions }: AssessedApplication, instant: string | undefined): boolean {
	const decided = decisions[decisions.length - 1]?.change.timestamp;
	return instant !== undefined && decided !== undefined && Date.parse(decided) > Date.parse(instant);
}
