import type { ApplicantDecisions, Decision } from '../actions/collectDecisions.ts';
import { hasAccount } from '../history/change.ts';
import type { TracedApplication } from '../history/submission.ts';
import { findAnnouncedDecision, type AnnouncedDecision, type SentNotice } from '../notices/notice.ts';
import type { Programme } from '../programme/schema.ts';
import { findMissingAnswers } from './assessAnswer.ts';
import type { CourseFacts, EvaluatedApplication, PendingDecision } from './evaluation.ts';
import { findOnBehalfOf, isVerified } from './identity.ts';
import { isLate } from './phase.ts';
import { deriveState, type Offer, type OfferReply, type State, type StateFacts } from './state.ts';

/** Facts about an applicant. */
interface ApplicantRecord {
	readonly decisions: ApplicantDecisions;
	readonly sent: readonly SentNotice[];
	/** The revision of their newest withdrawal; 0 if there is none. */
	readonly withdrawal: number;
	readonly superseded: boolean;
}

/** Evaluates one application. `evaluateCourse` adds whether its pending decision is released. */
export function evaluateApplication(
	facts: CourseFacts,
	application: TracedApplication,
	record: ApplicantRecord,
): EvaluatedApplication {
	const { course, programme, titleNames, at } = facts;
	const isApplicantVerified = isVerified(application, titleNames);
	const announced = isApplicantVerified ? findAnnouncement(record) : null;
	const decisions = isApplicantVerified ? findDecisions(application, record) : [];
	const decision = findDecisionInForce(
		decisions.filter(({ revid }) => revid > record.withdrawal),
		announced,
		record.decisions,
	);
	const submittedAt = findSubmittedAt(facts, application);
	const offer = announced && deriveOffer(announced, programme.offers, application.uncertainReplyRevid);
	const replies = announced ? findReplies(announced.decisionRevid, application) : [];
	const isWithdrawn =
		record.withdrawal > application.lastChange.revid || (application.isRemovedByApplicant && !announced);
	const common: Omit<StateFacts, 'outcome' | 'offer' | 'replies'> = {
		isVerified: isApplicantVerified,
		isSuperseded: record.superseded,
		isWithdrawn,
		isTooEarly: Date.parse(submittedAt) < Date.parse(course.opens),
		isComplete: findMissingAnswers(course, application.application).length === 0,
	};
	// New fields before the spread: the other order is ten times slower.
	const state = deriveState({ outcome: announced?.outcome ?? null, offer, replies, ...common }, at);
	const pending = decision && classifyPending(decision, announced, offer, replies);
	const newOffer = programme.offers ? { until: null } : null;
	const decidedState =
		!pending && (decision || !announced)
			? state
			: deriveState({ outcome: decision?.outcome ?? null, offer: newOffer, replies: [], ...common }, at);
	const { user } = application.added;
	const isSubmittedLate = isLate(course, submittedAt);
	return {
		applicant: user && hasAccount(user) ? { id: user.id, name: user.name } : null,
		onBehalfOf: findOnBehalfOf(application, titleNames),
		submittedAt,
		isLate: isSubmittedLate,
		isChangedLate: !isSubmittedLate && isLate(course, application.answersChange.timestamp),
		isWithdrawn,
		state,
		decidedState,
		decision,
		decisions,
		recusals: record.decisions.recusals,
		announced,
		offer,
		pending: pending && canAnnounce(state) ? { kind: pending, decision, holds: [], isReleased: false } : null,
		...application,
	};
}

function canAnnounce(state: State): boolean {
	return state !== 'unverified' && state !== 'superseded' && state !== 'withdrawn';
}

/** An announcement is valid until a later action of a reviewer or a withdrawal. */
function findAnnouncement({ sent, withdrawal }: ApplicantRecord): AnnouncedDecision | null {
	const announced = findAnnouncedDecision(sent);
	return announced && announced.decisionRevid > withdrawal ? announced : null;
}

/** A decision counts for the one application with the answers that it names. */
function findDecisions({ versions }: TracedApplication, { decisions }: ApplicantRecord): readonly Decision[] {
	return decisions.decisions.filter(({ answersRevid }) =>
		versions.some(({ change }) => change.revid === answersRevid),
	);
}

function findDecisionInForce(
	decisions: readonly Decision[],
	announced: AnnouncedDecision | null,
	{ takenBack }: ApplicantDecisions,
): Decision | null {
	const newest = decisions[decisions.length - 1] ?? null;
	if (!announced || takenBack.has(announced.decisionRevid)) return newest;
	if (newest && newest.revid >= announced.decisionRevid) return newest;
	const { outcome, decisionRevid, at } = announced;
	return {
		outcome,
		place: null,
		answersRevid: 0,
		note: '',
		revid: decisionRevid,
		at,
		by: { id: 0, name: '' },
	};
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** An offer's days start with its notice. If a reply may be hidden, the offer does not expire. */
function deriveOffer(
	{ outcome, at, revid }: AnnouncedDecision,
	offers: Programme['offers'],
	uncertainReply: number,
): Offer | null {
	if (outcome !== 'accepted' || !offers) return null;
	if (uncertainReply > revid) return { until: null };
	return { until: new Date(Date.parse(at) + offers.confirmDays * DAY_MS).toISOString() };
}

type DatedReply = OfferReply & { readonly revid: number };

function findReplies(offer: number, { replies }: TracedApplication): readonly DatedReply[] {
	return replies.flatMap((reply) =>
		reply.offer === offer && reply.reply !== 'withdrawn'
			? [{ reply: reply.reply, at: reply.change.timestamp, revid: reply.change.revid }]
			: [],
	);
}

/** The kind of a decision that was not announced; null if the applicant already knows its outcome. */
function classifyPending(
	decision: Decision,
	announced: AnnouncedDecision | null,
	offer: Offer | null,
	replies: readonly DatedReply[],
): PendingDecision['kind'] | null {
	if (!announced) return 'decision';
	if (decision.revid <= announced.decisionRevid) return null;
	if (decision.outcome !== announced.outcome)
		return announced.outcome === 'waitlisted' && decision.outcome === 'accepted' ? 'promotion' : 'correction';
	return isNewOffer(decision, offer, replies) ? 'decision' : null;
}

/** Whether an acceptance after an expired or declined offer makes a new offer, with a new notice and the full time. */
function isNewOffer(decision: Decision, offer: Offer | null, replies: readonly DatedReply[]): boolean {
	if (decision.outcome !== 'accepted') return false;
	const last = replies[replies.length - 1];
	if (last) return last.reply === 'declined' && last.revid < decision.revid;
	const until = offer?.until ?? null;
	return until !== null && Date.parse(decision.at) > Date.parse(until);
}

/**
 * When an application reached the course: the time of its first version that was complete after applications opened, or of
 * the page's move to the course if that was later. So a stub that is completed late is late.
 */
function findSubmittedAt({ course, arrivals }: CourseFacts, { versions, pageid }: TracedApplication): string {
	const opens = Date.parse(course.opens);
	const open = versions.filter(({ change }) => Date.parse(change.timestamp) >= opens);
	const complete = open.find(
		({ application }) => findMissingAnswers(course, application, 'public').length === 0,
	);
	const last = versions[versions.length - 1] ?? versions[0];
	const { timestamp } = (complete ?? open[0] ?? last).change;
	const arrived = arrivals.get(pageid);
	return arrived !== undefined && Date.parse(arrived) > Date.parse(timestamp) ? arrived : timestamp;
}
