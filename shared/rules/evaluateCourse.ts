import {
	collectDecisions,
	UNDECIDED,
	type ApplicantDecisions,
	type Decision,
} from '../actions/collectDecisions.ts';
import { findAnnouncedDecision, type SentNotice } from '../notices/notice.ts';
import { evaluateApplication } from './evaluateApplication.ts';
import { evaluateRelease } from './evaluateRelease.ts';
import type {
	CourseFacts,
	EvaluatedApplication,
	EvaluatedCourse,
	SeatWithoutApplication,
} from './evaluation.ts';
import { compareByTime, findCurrentApplications, findWithdrawals, shareReplies } from './identity.ts';
import { takesSeat } from './state.ts';

/**
 * Applies all rules to a course, from plain data. The bot and the review page both call it, so reviewers see what the bot
 * will do.
 */
export function evaluateCourse(input: CourseFacts): EvaluatedCourse {
	const facts = { ...input, applications: shareReplies(input).sort(compareByTime) };
	const { course, log } = facts;
	const decisions = collectDecisions(log, course.id);
	const sent = groupByApplicant(facts.sentNotices, course.id);
	const withdrawals = findWithdrawals(facts);
	const current = findCurrentApplications(facts, withdrawals);
	const evaluated = facts.applications.map((application) => {
		const id = application.added.user?.id ?? 0;
		return evaluateApplication(facts, application, {
			decisions: decisions.get(id) ?? UNDECIDED,
			sent: sent.get(id) ?? [],
			withdrawal: withdrawals.get(id) ?? 0,
			superseded: !current.has(application),
		});
	});
	const lostSeats = findLostSeats(sent, decisions, evaluated);
	const taken = {
		announced: lostSeats.length + evaluated.filter(({ state }) => takesSeat(state)).length,
		decided: lostSeats.length + evaluated.filter(({ decidedState }) => takesSeat(decidedState)).length,
	};
	const release = evaluateRelease(facts, decisions, taken.decided);
	// Assigned in place, because copying ten thousand objects with thirty fields is slow.
	for (const application of evaluated)
		if (application.pending) Object.assign(application.pending, release.evaluate(application));
	return {
		course,
		applications: evaluated,
		seatsWithoutApplication: lostSeats,
		strayDecisions: findStrayDecisions(decisions, sent, evaluated),
		seatsTaken: taken,
		release,
	};
}

function groupByApplicant(
	sent: readonly SentNotice[],
	course: string,
): ReadonlyMap<number, readonly SentNotice[]> {
	const groups = new Map<number, SentNotice[]>();
	for (const notice of sent) {
		if (notice.course !== course) continue;
		const group = groups.get(notice.applicant);
		if (group) group.push(notice);
		else groups.set(notice.applicant, [notice]);
	}
	return groups;
}

function findLostSeats(
	sent: ReadonlyMap<number, readonly SentNotice[]>,
	decisionsByApplicant: ReadonlyMap<number, ApplicantDecisions>,
	applications: readonly EvaluatedApplication[],
): readonly SeatWithoutApplication[] {
	const readable = new Set(
		applications
			.filter(({ state }) => state !== 'unverified' && state !== 'superseded')
			.map(({ applicant }) => applicant?.id),
	);
	return Array.from(sent).flatMap(([applicant, notices]) => {
		const announced = findAnnouncedDecision(notices);
		if (announced?.outcome !== 'accepted' || readable.has(applicant)) return [];
		const { decisions, takenBack } = decisionsByApplicant.get(applicant) ?? UNDECIDED;
		const isSettled =
			takenBack.has(announced.decisionRevid) ||
			decisions.some(({ revid }) => revid > announced.decisionRevid);
		return isSettled ? [] : [{ applicant, announced }];
	});
}

function findStrayDecisions(
	decisionsByApplicant: ReadonlyMap<number, ApplicantDecisions>,
	sent: ReadonlyMap<number, readonly SentNotice[]>,
	applications: readonly EvaluatedApplication[],
): readonly Decision[] {
	const usedDecisions = new Set(applications.flatMap(({ decisions }) => decisions));
	return Array.from(decisionsByApplicant).flatMap(([applicant, { decisions }]) => {
		const newest = decisions[decisions.length - 1];
		const isAnnounced = findAnnouncedDecision(sent.get(applicant) ?? [])?.decisionRevid === newest?.revid;
		return newest && !isAnnounced && !usedDecisions.has(newest) ? [newest] : [];
	});
}
