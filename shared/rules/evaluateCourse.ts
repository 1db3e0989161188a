import { decisionsIn, UNDECIDED, type Decided, type Decision } from '../actions/decisions.ts';
import type { TracedApplication } from '../history/submission.ts';
import { announcedDecision } from '../notices/announced.ts';
import type { SentNotice } from '../notices/notice.ts';
import { evaluateApplication } from './evaluateApplication.ts';
import { evaluateRelease } from './evaluateRelease.ts';
import type {
	CourseFacts,
	EvaluatedApplication,
	EvaluatedCourse,
	SeatWithoutApplication,
} from './evaluation.ts';
import { isVerified } from './identify.ts';
import { takesSeat } from './status.ts';

/**
 * All that the rules say of a course, from plain data. The bot acts on it and reviewers see it: both call this, so that what
 * a reviewer sees is what the bot will do.
 */
export function evaluateCourse(given: CourseFacts): EvaluatedCourse {
	const facts = { ...given, applications: withRepliesOfAll(given).sort(byTime) };
	const { course, log } = facts;
	const decided = decisionsIn(log, course.id);
	const sent = byApplicant(facts.sent, course.id);
	const withdrawals = withdrawalsIn(facts);
	const live = liveApplications(facts, withdrawals);
	const evaluated = facts.applications.map((application) => {
		const id = application.added.user?.id ?? 0;
		return evaluateApplication(facts, application, {
			decided: decided.get(id) ?? UNDECIDED,
			sent: sent.get(id) ?? [],
			withdrawal: withdrawals.get(id) ?? 0,
			superseded: !live.has(application),
		});
	});
	const lostSeats = findLostSeats(sent, decided, evaluated);
	const taken = {
		announced: lostSeats.length + evaluated.filter(({ state }) => takesSeat(state)).length,
		decided: lostSeats.length + evaluated.filter(({ decidedState }) => takesSeat(decidedState)).length,
	};
	const release = evaluateRelease(facts, decided, taken.decided);
	// Filled in where they are: ten thousand copies of thirty fields each take a while.
	for (const application of evaluated)
		if (application.pending) Object.assign(application.pending, release.of(application));
	return {
		course,
		applications: evaluated,
		lostSeats,
		strayDecisions: findStrayDecisions(decided, sent, evaluated),
		taken,
		release,
	};
}

/** Oldest first. */
function byTime(a: Pick<TracedApplication, 'added'>, b: Pick<TracedApplication, 'added'>): number {
	const [first, second] = [a.added, b.added];
	if (first.timestamp === second.timestamp) return first.revid - second.revid;
	return first.timestamp < second.timestamp ? -1 : 1;
}

function byApplicant(
	sent: readonly SentNotice[],
	course: string,
): ReadonlyMap<number, readonly SentNotice[]> {
	const found = new Map<number, SentNotice[]>();
	for (const notice of sent) {
		if (notice.course !== course) continue;
		const before = found.get(notice.applicant);
		if (before) before.push(notice);
		else found.set(notice.applicant, [notice]);
	}
	return found;
}

/** What somebody replied on one of their pages counts for each of their applications: the newer one may be elsewhere. */
function withRepliesOfAll({ applications, names }: CourseFacts): TracedApplication[] {
	const own = new Map<number, TracedApplication[]>();
	for (const application of applications) {
		const id = application.added.user?.id;
		if (id === undefined || !isVerified(application, names)) continue;
		const before = own.get(id);
		if (before) before.push(application);
		else own.set(id, [application]);
	}
	const joined = new Map<TracedApplication, TracedApplication>();
	for (const all of own.values()) {
		if (all.length < 2) continue;
		const replies = all.flatMap((one) => one.replies).sort((a, b) => a.change.revid - b.change.revid);
		const uncertainReply = Math.max(...all.map((one) => one.uncertainReply));
		for (const one of all) joined.set(one, { ...one, replies, uncertainReply });
	}
	return applications.map((application) => joined.get(application) ?? application);
}

/** The newest withdrawal of each applicant, as a revision: decisions made before it are over. */
function withdrawalsIn({ applications, names }: CourseFacts): ReadonlyMap<number, number> {
	const newest = new Map<number, number>();
	for (const application of applications) {
		const id = application.added.user?.id;
		if (id === undefined || !isVerified(application, names)) continue;
		for (const { answer, change } of application.replies)
			if (answer === 'withdrawn') newest.set(id, Math.max(newest.get(id) ?? 0, change.revid));
	}
	return newest;
}

/**
 * Those that no other one replaces: of an account's the newest that is neither withdrawn nor removed by its applicant, else
 * the newest. What nobody can be said to have made neither replaces nor is replaced.
 *
 * @param facts with the applications oldest first
 */
function liveApplications(
	{ applications, names }: CourseFacts,
	withdrawals: ReadonlyMap<number, number>,
): ReadonlySet<TracedApplication> {
	const live = new Set<TracedApplication>();
	const newest = new Map<number, TracedApplication>();
	const isOver = ({ added, answered, removedByApplicant }: TracedApplication): boolean =>
		removedByApplicant || (withdrawals.get(added.user?.id ?? 0) ?? 0) > answered.revid;
	const over = applications.filter(isOver);
	const rest = applications.filter((application) => !isOver(application));
	for (const application of [...over, ...rest]) {
		const id = application.added.user?.id;
		if (id !== undefined && isVerified(application, names)) newest.set(id, application);
		else live.add(application);
	}
	for (const application of newest.values()) live.add(application);
	return live;
}

function findLostSeats(
	sent: ReadonlyMap<number, readonly SentNotice[]>,
	decided: ReadonlyMap<number, Decided>,
	applications: readonly EvaluatedApplication[],
): readonly SeatWithoutApplication[] {
	const readable = new Set(
		applications
			.filter(({ state }) => state !== 'unverified' && state !== 'superseded')
			.map(({ applicant }) => applicant?.id),
	);
	return Array.from(sent).flatMap(([applicant, notices]) => {
		const announced = announcedDecision(notices);
		if (announced?.outcome !== 'accepted' || readable.has(applicant)) return [];
		const { decisions, takenBack } = decided.get(applicant) ?? UNDECIDED;
		const isSettled =
			takenBack.has(announced.decision) || decisions.some(({ revid }) => revid > announced.decision);
		return isSettled ? [] : [{ applicant, announced }];
	});
}

function findStrayDecisions(
	decided: ReadonlyMap<number, Decided>,
	sent: ReadonlyMap<number, readonly SentNotice[]>,
	applications: readonly EvaluatedApplication[],
): readonly Decision[] {
	const known = new Set(applications.flatMap(({ decisions }) => decisions));
	return Array.from(decided).flatMap(([applicant, { decisions }]) => {
		const newest = decisions[decisions.length - 1];
		const isAnnounced = announcedDecision(sent.get(applicant) ?? [])?.decision === newest?.revid;
		return newest && !isAnnounced && !known.has(newest) ? [newest] : [];
	});
}
