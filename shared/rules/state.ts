import type { Outcome } from '../actions/mark.ts';

export type { Outcome } from '../actions/mark.ts';

export const STATES = [
	'unverified',
	'superseded',
	'withdrawn',
	'too-early',
	'incomplete',
	'received',
	'waitlisted',
	'declined',
	'accepted',
	'offered',
	'confirmed',
	'turned-down',
	'lapsed',
] as const;
/** `accepted`: a seat without an offer. `offered`, `confirmed`, `turned-down`, `lapsed`: states of an offer. */
export type State = (typeof STATES)[number];

/** A seat held for an accepted applicant. */
export interface Offer {
	/** The deadline, ISO 8601. Null: the offer was not announced, so its days have not started. */
	readonly until: string | null;
}

/** The applicant's newest reply to an offer. */
export interface OfferReply {
	readonly reply: 'confirmed' | 'declined';
	/** The revision's timestamp, ISO 8601. */
	readonly at: string;
}

/** The facts that determine an application's state. */
export interface StateFacts {
	/** Whether the applicant made it, and not somebody else for them. */
	readonly isVerified: boolean;
	/** Whether the applicant has a newer application for the course. */
	readonly isSuperseded: boolean;
	readonly isWithdrawn: boolean;
	/** Whether it was made before applications opened and not saved since. */
	readonly isTooEarly: boolean;
	/** Whether it has all required answers, and the private email was sent if the course requires one. */
	readonly isComplete: boolean;
	/** The decision in force, or null. */
	readonly outcome: Outcome | null;
	/** The offer of an acceptance; null if the programme makes no offers. */
	readonly offer: Offer | null;
	/** The replies to this offer, oldest first. */
	readonly replies: readonly OfferReply[];
}

/** Derives an application's state at an instant (ISO 8601) from the facts. Pure. */
export function deriveState(facts: StateFacts, at: string): State {
	if (!facts.isVerified) return 'unverified';
	if (facts.isSuperseded) return 'superseded';
	if (facts.isWithdrawn) return 'withdrawn';
	if (facts.outcome === null && facts.isTooEarly) return 'too-early';
	if (facts.outcome === null) return facts.isComplete ? 'received' : 'incomplete';
	if (facts.outcome !== 'accepted') return facts.outcome;
	return facts.offer ? deriveOfferState(facts.replies, facts.offer, at) : deriveSeatState(facts.replies);
}

/** Whether an applicant in this state may still take part. */
export function canTakePart(state: State): boolean {
	return takesSeat(state) || state === 'incomplete' || state === 'received' || state === 'waitlisted';
}

/** Whether reviewers can decide about an application in this state. */
export function canBeDecided(state: State): boolean {
	return !['unverified', 'superseded', 'withdrawn', 'too-early'].includes(state);
}

/** Whether an application in this state takes one of the course's seats. */
export function takesSeat(state: State): boolean {
	return state === 'offered' || state === 'confirmed' || state === 'accepted';
}

/** Even without offers, applicants can decline their seat. */
function deriveSeatState(replies: readonly OfferReply[]): State {
	return replies[replies.length - 1]?.reply === 'declined' ? 'turned-down' : 'accepted';
}

/** An offer must be confirmed before its deadline, but a seat can be declined at any time. */
function deriveOfferState(replies: readonly OfferReply[], { until }: Offer, at: string): State {
	const timelyReplies = replies.filter(
		(reply) => reply.reply === 'declined' || until === null || Date.parse(reply.at) <= Date.parse(until),
	);
	const reply = timelyReplies[timelyReplies.length - 1];
	if (reply) return reply.reply === 'declined' ? 'turned-down' : 'confirmed';
	return until !== null && Date.parse(at) > Date.parse(until) ? 'lapsed' : 'offered';
}
