import { decisionsIn, UNDECIDED, type Decided, type Decision } from '../actions/decisions.ts';
import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import { announcedDecision } from '../notices/announced.ts';
import type { AnnouncedDecision, SentNotice } from '../notices/notice.ts';
import type { Programme } from '../programme/schema.ts';
import { missingAnswers } from './completeness.ts';
import { evaluateRelease } from './evaluateRelease.ts';
import type {
	CourseFacts,
	EvaluatedApplication,
	EvaluatedCourse,
	PendingDecision,
	SeatWithoutApplication,
} from './evaluation.ts';
import { inNameOf, isVerified } from './identify.ts';
import { isLate } from './phase.ts';
import { stateOf, takesSeat, type Offer, type OfferReply, type State, type StateFacts } from './status.ts';

/**
 * All that the rules say of a course, from plain data. The bot acts on it and reviewers see it: both call this, so that what
 * a reviewer sees is what the bot will do.
 */
export function evaluateCourse(given: CourseFacts): EvaluatedCourse {
	const facts = { ...given, applications: withRepliesOfAll(given) };
	const { course, log } = facts;
	const decided = decisionsIn(log, course.id);
	const sent = byApplicant(facts.sent, course.id);
	const withdrawals = withdrawalsIn(facts);
	const live = liveApplications(facts, withdrawals);
	const evaluated = [...facts.applications].sort(byTime).map((application) => {
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
export function byTime(a: Pick<TracedApplication, 'added'>, b: Pick<TracedApplication, 'added'>): number {
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
function withRepliesOfAll({ applications, names }: CourseFacts): readonly TracedApplication[] {
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
 */
function liveApplications(
	{ applications, names }: CourseFacts,
	withdrawals: ReadonlyMap<number, number>,
): ReadonlySet<TracedApplication> {
	const live = new Set<TracedApplication>();
	const newest = new Map<number, TracedApplication>();
	const isOver = ({ added, answered, removedByApplicant }: TracedApplication): boolean =>
		removedByApplicant || (withdrawals.get(added.user?.id ?? 0) ?? 0) > answered.revid;
	const ordered = [...applications].sort((a, b) => Number(isOver(b)) - Number(isOver(a)) || byTime(a, b));
	for (const application of ordered) {
		const id = application.added.user?.id;
		if (id !== undefined && isVerified(application, names)) newest.set(id, application);
		else live.add(application);
	}
	for (const application of newest.values()) live.add(application);
	return live;
}

/** What is known of an application's applicant. */
interface Standing {
	readonly decided: Decided;
	readonly sent: readonly SentNotice[];
	/** The revision of their newest withdrawal; 0: none. */
	readonly withdrawal: number;
	readonly superseded: boolean;
}

function evaluateApplication(
	facts: CourseFacts,
	application: TracedApplication,
	standing: Standing,
): EvaluatedApplication {
	const { course, programme, names, at } = facts;
	const verified = isVerified(application, names);
	const announced = verified ? standingAnnouncement(standing) : null;
	const decisions = verified ? decisionsOn(application, standing) : [];
	const decision = decisionInForce(
		decisions.filter(({ revid }) => revid > standing.withdrawal),
		announced,
		standing.decided,
	);
	const submitted = submittedAt(facts, application);
	const offer = announced && offerOf(announced, programme.offers, application.uncertainReply);
	const replies = announced ? repliesTo(announced.decision, application) : [];
	const isWithdrawn =
		standing.withdrawal > application.answered.revid || (application.removedByApplicant && !announced);
	const common: Omit<StateFacts, 'outcome' | 'offer' | 'replies'> = {
		verified,
		superseded: standing.superseded,
		withdrawn: isWithdrawn,
		tooEarly: Date.parse(submitted) < Date.parse(course.opens),
		complete: missingAnswers(course, application.application).length === 0,
	};
	// The new ones first: to put them behind those copied takes ten times as long.
	const state = stateOf({ outcome: announced?.outcome ?? null, offer, replies, ...common }, at);
	const pending = decision && pendingKind(decision, announced, offer, replies);
	const offered = programme.offers ? { until: null } : null;
	const decidedState =
		!pending && (decision || !announced)
			? state
			: stateOf({ outcome: decision?.outcome ?? null, offer: offered, replies: [], ...common }, at);
	const { user } = application.added;
	const late = isLate(course, submitted);
	return {
		applicant: user && hasAccount(user) ? { id: user.id, name: user.name } : null,
		inNameOf: inNameOf(application, names),
		submitted,
		late,
		changedLate: !late && isLate(course, application.answersSince.timestamp),
		withdrawn: isWithdrawn,
		state,
		decidedState,
		decision,
		decisions,
		recusals: standing.decided.recusals,
		announced,
		offer,
		pending: pending && canAnnounce(state) ? { kind: pending, decision, holds: [], released: false } : null,
		...application,
	};
}

function canAnnounce(state: State): boolean {
	return state !== 'unverified' && state !== 'superseded' && state !== 'withdrawn';
}

/** What was announced stands until a later action of a reviewer; a withdrawal ends it. */
function standingAnnouncement({ sent, withdrawal }: Standing): AnnouncedDecision | null {
	const announced = announcedDecision(sent);
	return announced && announced.decision > withdrawal ? announced : null;
}

/** A decision counts for one application: the one whose answers it names. */
function decisionsOn({ versions }: TracedApplication, { decided }: Standing): readonly Decision[] {
	return decided.decisions.filter(({ answers }) => versions.some(({ change }) => change.revid === answers));
}

function decisionInForce(
	decisions: readonly Decision[],
	announced: AnnouncedDecision | null,
	{ takenBack }: Decided,
): Decision | null {
	const newest = decisions[decisions.length - 1] ?? null;
	if (!announced || takenBack.has(announced.decision)) return newest;
	if (newest && newest.revid >= announced.decision) return newest;
	const { outcome, decision, at } = announced;
	return { outcome, place: null, answers: 0, note: '', revid: decision, at, by: { id: 0, name: '' } };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** An offer's days run from the notice of it. Where a reply may be hidden, it does not expire. */
function offerOf(
	{ outcome, at, revid }: AnnouncedDecision,
	offers: Programme['offers'],
	uncertainReply: number,
): Offer | null {
	if (outcome !== 'accepted' || !offers) return null;
	if (uncertainReply > revid) return { until: null };
	return { until: new Date(Date.parse(at) + offers.confirmDays * DAY_MS).toISOString() };
}

type RepliedAt = OfferReply & { readonly revid: number };

function repliesTo(offer: number, { replies }: TracedApplication): readonly RepliedAt[] {
	return replies.flatMap((reply) =>
		reply.offer === offer && reply.answer !== 'withdrawn'
			? [{ answer: reply.answer, at: reply.change.timestamp, revid: reply.change.revid }]
			: [],
	);
}

/** What an unannounced decision is to the applicant; null: they were told as much. */
function pendingKind(
	decision: Decision,
	announced: AnnouncedDecision | null,
	offer: Offer | null,
	replies: readonly RepliedAt[],
): PendingDecision['kind'] | null {
	if (!announced) return 'decision';
	if (decision.revid <= announced.decision) return null;
	if (decision.outcome !== announced.outcome)
		return announced.outcome === 'waitlisted' && decision.outcome === 'accepted' ? 'promotion' : 'correction';
	return isNewOffer(decision, offer, replies) ? 'decision' : null;
}

/** Who is accepted again after the offer expired, or after they declined it, is told anew and has all the days again. */
function isNewOffer(decision: Decision, offer: Offer | null, replies: readonly RepliedAt[]): boolean {
	if (decision.outcome !== 'accepted') return false;
	const last = replies[replies.length - 1];
	if (last) return last.answer === 'declined' && last.revid < decision.revid;
	const until = offer?.until ?? null;
	return until !== null && Date.parse(decision.at) > Date.parse(until);
}

/**
 * When an application reached the course: the first form of it that was complete once applications were open, on a page that
 * was there by then. A stub that is filled in later is late, and so is a page that is moved in later.
 */
function submittedAt({ course, arrivals }: CourseFacts, { versions, pageid }: TracedApplication): string {
	const opens = Date.parse(course.opens);
	const open = versions.filter(({ change }) => Date.parse(change.timestamp) >= opens);
	const complete = open.find(({ application }) => missingAnswers(course, application, 'public').length === 0);
	const last = versions[versions.length - 1] ?? versions[0];
	const { timestamp } = (complete ?? open[0] ?? last).change;
	const arrived = arrivals.get(pageid);
	return arrived !== undefined && Date.parse(arrived) > Date.parse(timestamp) ? arrived : timestamp;
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
