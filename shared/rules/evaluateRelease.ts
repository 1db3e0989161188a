import { decisionsDigest, decisionsIn, takenBack, type Decided } from '../actions/decisions.ts';
import type { Log, LoggedAction, Uncertain } from '../actions/readLog.ts';
import type {
	Block,
	CourseFacts,
	EvaluatedApplication,
	EvaluatedRelease,
	Hold,
	Released,
} from './evaluation.ts';

/** Announcing begins so long after a release; until then it can be taken back. */
const DELAY_MS = 15 * 60 * 1000;

/**
 * @param decided what the whole log says
 * @param taken how many seats all decisions together take
 */
export function evaluateRelease(
	facts: CourseFacts,
	decided: ReadonlyMap<number, Decided>,
	taken: number,
): EvaluatedRelease {
	const { course, log } = facts;
	const release = newestRelease(log, course.id);
	const seen = release?.action.seen ?? 0;
	const released = decisionsIn(log, course.id, seen);
	const uncertain = log.uncertain.filter(
		(each) => each.revid > seen && (each.course === null || each.course === course.id),
	);
	const wasReleased = (application: EvaluatedApplication): boolean =>
		(released.get(application.applicant?.id ?? 0)?.decisions ?? []).slice(-1)[0]?.revid ===
		application.pending?.decision.revid;
	return {
		release,
		blocks: blocksOf(facts, release, released, uncertain, taken),
		digest: decisionsDigest(decided),
		of: (application) => {
			const isCovered = release !== null && wasReleased(application);
			return {
				holds: holdsOf(facts, application, uncertain, release, isCovered),
				released: isCovered,
			};
		},
	};
}

function newestRelease(log: Log, course: string): Released | null {
	const gone = takenBack(log, course);
	return log.actions.filter(isRelease).reduce<Released | null>((newest, each) => {
		const counts = each.action.course === course && !gone.has(each.revid);
		return counts && each.revid > (newest?.revid ?? 0) ? each : newest;
	}, null);
}

function isRelease(logged: LoggedAction): logged is Released {
	return logged.action.kind === 'release';
}

function blocksOf(
	{ course, at, heldUntil }: CourseFacts,
	release: Released | null,
	released: ReadonlyMap<number, Decided>,
	uncertain: readonly Uncertain[],
	taken: number,
): readonly Block[] {
	const blocks: Block[] = [];
	const now = Date.parse(at);
	if (now < Date.parse(course.notify)) blocks.push({ kind: 'too-early', until: course.notify });
	if (heldUntil !== null) blocks.push({ kind: 'programme-changed', until: heldUntil });
	if (taken > course.seats) blocks.push({ kind: 'over-seats', seats: taken - course.seats });
	const unclear = uncertain.filter(({ applicants }) => applicants === null);
	if (unclear.length > 0) blocks.push({ kind: 'cannot-tell', revids: unclear.map(({ revid }) => revid) });
	if (!release) return blocks;
	const { action, revid } = release;
	const begins = Date.parse(release.at) + DELAY_MS;
	if (now < begins) blocks.push({ kind: 'can-be-taken-back', until: new Date(begins).toISOString() });
	if (decisionsDigest(released) !== action.digest) blocks.push({ kind: 'differs', revid });
	return blocks;
}

function holdsOf(
	{ course: { promoteUntil } }: CourseFacts,
	{ applicant, pending, answersSince, uncertainReply }: EvaluatedApplication,
	uncertain: readonly Uncertain[],
	release: Released | null,
	isCovered: boolean,
): readonly Hold[] {
	if (!pending) return [];
	const { decision, kind } = pending;
	const holds: Hold[] = [];
	if (release && !isCovered) holds.push('decided-later');
	if (decision.answers !== answersSince.revid) holds.push('answers-changed');
	const isUnclear =
		uncertain.some(({ applicants }) => applicants?.includes(applicant?.id ?? 0)) ||
		uncertainReply > (release?.revid ?? 0);
	if (isUnclear) holds.push('cannot-tell');
	if (
		kind === 'promotion' &&
		promoteUntil !== undefined &&
		Date.parse(decision.at) > Date.parse(promoteUntil)
	)
		holds.push('promoted-late');
	return holds;
}
