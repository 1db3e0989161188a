import type { Decided, Decision } from '../actions/decisions.ts';
import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import { announcedDecision } from '../notices/announced.ts';
import type { AnnouncedDecision, SentNotice } from '../notices/notice.ts';
import type { Programme } from '../programme/schema.ts';
import { missingAnswers } from './completeness.ts';
import type { CourseFacts, EvaluatedApplication, PendingDecision } from './evaluation.ts';
import { inNameOf, isVerified } from './identify.ts';
import { isLate } from './phase.ts';
import { stateOf, type Offer, type OfferReply, type State, type StateFacts } from './status.ts';

/** What is known of an application's applicant. */
export interface Standing {
	readonly decided: Decided;
	readonly sent: readonly SentNotice[];
	/** The revision of their newest withdrawal; 0: none. */
	readonly withdrawal: number;
	readonly superseded: boolean;
}

/** What the rules say of one application; whether its pending decision is released, the course tells. */
export function evaluateApplication(
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
