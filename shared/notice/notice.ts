import type { Outcome } from '../rules/status.ts';

/**
 * What applicants are told. `decision`: the first about a decision; `promotion`: a seat for who was told of the
 * waitlist; `correction`: another decision than the one told. `contact` asks for a preferred address, `message` is the
 * team's news.
 */
export const noticeKinds = [
	'receipt',
	'incomplete',
	'decision',
	'promotion',
	'correction',
	'offer-reminder',
	'offer-lapsed',
	'start',
	'contact',
	'message',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What makes a notice the same as another one: each is sent once, whatever happens. */
export interface NoticeEvent {
	/** The course's id. */
	readonly course: string;
	/** The applicant's user id, which a rename keeps. */
	readonly applicant: number;
	readonly kind: NoticeKind;
	/**
	 * Of notices about a decision, `OUTCOME-REVISION`; about an offer, the revision of the decision; of a message, its
	 * template's page id; else empty.
	 */
	readonly about: string;
}

/** A notice that was sent, as the bot's own edit on the talk page tells. */
export interface SentNotice extends NoticeEvent {
	/** ISO 8601, the edit's. */
	readonly at: string;
	readonly title: string;
	readonly revid: number;
}

/** A decision that the applicant was told of. */
export interface ToldDecision {
	readonly outcome: Outcome;
	/** The revision of the decision. */
	readonly decision: number;
	/** When they were told, ISO 8601. */
	readonly at: string;
}
