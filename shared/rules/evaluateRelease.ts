import {
	digestDecisions,
	collectDecisions,
	findTakenBack,
	type ApplicantDecisions,
} from '../actions/collectDecisions.ts';
import type { Log, LoggedAction, UncertainAction } from '../actions/readLog.ts';
import type {
	Obstacle,
	CourseFacts,
	EvaluatedApplication,
	EvaluatedRelease,
	Hold,
	LoggedRelease,
} from './evaluation.ts';

/** The delay between a release and the first announcement, in which the release can be taken back. */
const ANNOUNCEMENT_DELAY_MS = 15 * 60 * 1000;

/**
 * @param decisions the decisions of the whole log
 * @param seatsTaken the seats that all decisions take together
 */
export function evaluateRelease(
	facts: CourseFacts,
	decisions: ReadonlyMap<number, ApplicantDecisions>,
	seatsTaken: number,
): EvaluatedRelease {
	const { course, log } = facts;
	const release = findNewestRelease(log, course.id);
	const seen = release?.action.seenRevid ?? 0;
	const released = collectDecisions(log, course.id, seen);
	const uncertain = log.uncertain.filter(
		(action) => action.revid > seen && (action.course === null || action.course === course.id),
	);
	const wasReleased = (application: EvaluatedApplication): boolean =>
		(released.get(application.applicant?.id ?? 0)?.decisions ?? []).slice(-1)[0]?.revid ===
		application.pending?.decision.revid;
	return {
		release,
		obstacles: findObstacles(facts, release, released, uncertain, seatsTaken),
		digest: digestDecisions(decisions),
		evaluate: (application) => {
			const isCovered = release !== null && wasReleased(application);
			return {
				holds: findHolds(facts, application, uncertain, release, isCovered),
				isReleased: isCovered,
			};
		},
	};
}

function findNewestRelease(log: Log, course: string): LoggedRelease | null {
	const takenBack = findTakenBack(log, course);
	return log.actions.filter(isRelease).reduce<LoggedRelease | null>((newest, release) => {
		const isCandidate = release.action.course === course && !takenBack.has(release.revid);
		return isCandidate && release.revid > (newest?.revid ?? 0) ? release : newest;
	}, null);
}

function isRelease(logged: LoggedAction): logged is LoggedRelease {
	return logged.action.kind === 'release';
}

function findObstacles(
	{ course, at, heldUntil }: CourseFacts,
	release: LoggedRelease | null,
	released: ReadonlyMap<number, ApplicantDecisions>,
	uncertain: readonly UncertainAction[],
	seatsTaken: number,
): readonly Obstacle[] {
	const obstacles: Obstacle[] = [];
	const now = Date.parse(at);
	if (now < Date.parse(course.notify)) obstacles.push({ kind: 'too-early', until: course.notify });
	if (heldUntil !== null) obstacles.push({ kind: 'programme-changed', until: heldUntil });
	if (seatsTaken > course.seats) obstacles.push({ kind: 'over-capacity', seats: seatsTaken - course.seats });
	const affectingAll = uncertain.filter(({ applicants }) => applicants === null);
	if (affectingAll.length > 0)
		obstacles.push({ kind: 'uncertain-action', revids: affectingAll.map(({ revid }) => revid) });
	if (!release) return obstacles;
	const { action, revid } = release;
	const announcesAt = Date.parse(release.at) + ANNOUNCEMENT_DELAY_MS;
	if (now < announcesAt) obstacles.push({ kind: 'grace-period', until: new Date(announcesAt).toISOString() });
	if (digestDecisions(released) !== action.digest) obstacles.push({ kind: 'digest-mismatch', revid });
	return obstacles;
}

function findHolds(
	{ course: { promoteUntil } }: CourseFacts,
	{ applicant, pending, answersChange, uncertainReplyRevid }: EvaluatedApplication,
	uncertain: readonly UncertainAction[],
	release: LoggedRelease | null,
	isCovered: boolean,
): readonly Hold[] {
	if (!pending) return [];
	const { decision, kind } = pending;
	const holds: Hold[] = [];
	if (release && !isCovered) holds.push('decided-after-release');
	if (decision.answersRevid !== answersChange.revid) holds.push('answers-changed');
	const isUncertain =
		uncertain.some(({ applicants }) => applicants?.includes(applicant?.id ?? 0)) ||
		uncertainReplyRevid > (release?.revid ?? 0);
	if (isUncertain) holds.push('uncertain-action');
	if (
		kind === 'promotion' &&
		promoteUntil !== undefined &&
		Date.parse(decision.at) > Date.parse(promoteUntil)
	)
		holds.push('promoted-late');
	return holds;
}
