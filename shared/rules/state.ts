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
/** `accepted`: seated without an offer. `offered`, `confirmed`, `turned-down`, `lapsed`: what became of the offer. */
export type State = (typeof STATES)[number];

/** A seat held for an accepted applicant. */
export interface Offer {
	/** Until when it stands, ISO 8601. Null: they were not told yet, and its days do not run. */
	readonly until: string | null;
}

/** The applicant's newest reply to an offer. */
export interface OfferReply {
	readonly reply: 'confirmed' | 'declined';
	/** ISO 8601, the revision's. */
	readonly at: string;
}

/** What an application's state is derived from. */
export interface StateFacts {
	/** Whether the applicant made the submission (and not someone else for them). */
	readonly isVerified: boolean;
	/** Whether the applicant has a newer application for the course. */
	readonly isSuperseded: boolean;
	readonly isWithdrawn: boolean;
	/** Whether it was made before applications opened, and not saved again since. */
	readonly isTooEarly: boolean;
	/** Whether every required answer is there, and the private email where one is asked for. */
	readonly isComplete: boolean;
	/** The decision in force, or null. */
	readonly outcome: Outcome | null;
	/** Of an acceptance: its offer. Null: the programme makes no offers. */
	readonly offer: Offer | null;
	/** Those to this offer, oldest first. */
	readonly replies: readonly OfferReply[];
}

/** The state of an application at an instant (ISO 8601), from what happened alone: nothing is remembered. */
export function deriveState(facts: StateFacts, at: string): State {
	if (!facts.isVerified) return 'unverified';
	if (facts.isSuperseded) return 'superseded';
	if (facts.isWithdrawn) return 'withdrawn';
	if (facts.outcome === null && facts.isTooEarly) return 'too-early';
	if (facts.outcome === null) return facts.isComplete ? 'received' : 'incomplete';
	if (facts.outcome !== 'accepted') return facts.outcome;
	return facts.offer ? deriveOfferState(facts.replies, facts.offer, at) : deriveSeatState(facts.replies);
}

/** Whether somebody in this state may still take part. */
export function canTakePart(state: State): boolean {
	return takesSeat(state) || state === 'incomplete' || state === 'received' || state === 'waitlisted';
}

/** Whether an application in this state is one that a reviewer can decide about. */
export function canBeDecided(state: State): boolean {
	return !['unverified', 'superseded', 'withdrawn', 'too-early'].includes(state);
}

/** Whether an application in this state takes one of the course's seats. */
export function takesSeat(state: State): boolean {
	return state === 'offered' || state === 'confirmed' || state === 'accepted';
}

/** Without offers people can still turn their seat down. */
function deriveSeatState(replies: readonly OfferReply[]): State {
	return replies[replies.length - 1]?.reply === 'declined' ? 'turned-down' : 'accepted';
}

/** A seat is confirmed in time or not at all; it can be declined at any time. */
function deriveOfferState(replies: readonly OfferReply[], { until }: Offer, at: string): State {
	const timelyReplies = replies.filter(
		(reply) => reply.reply === 'declined' || until === null || Date.parse(reply.at) <= Date.parse(until),
	);
	const reply = timelyReplies[timelyReplies.length - 1];
	if (reply) return reply.reply === 'declined' ? 'turned-down' : 'confirmed';
	return until !== null && Date.parse(at) > Date.parse(until) ? 'lapsed' : 'offered';
}
