/** What the team decided. */
export type Outcome = 'accepted' | 'waitlisted' | 'declined';

/** A decision of a reviewer whom the programme names. */
export interface Decision {
	readonly outcome: Outcome;
	/** ISO 8601, the revision's. */
	readonly at: string;
	/** Of an acceptance: its offer. Null: the programme leaves offers out. */
	readonly offer: Offer | null;
}

/** A seat held for an accepted applicant. */
export interface Offer {
	/** Until when it stands, ISO 8601. Null: they were not told yet, and its days do not run. */
	readonly until: string | null;
}

/** The applicant's answer to an offer. */
export interface Reply {
	readonly answer: 'confirmed' | 'turned-down';
	/** ISO 8601, the revision's. */
	readonly at: string;
}

/** What an application's state is derived from. Lists are oldest first and hold only what counts. */
export interface StatusInput {
	/** Whether the applicant made the submission (and not someone else for them). */
	readonly verified: boolean;
	/** Whether the applicant has a newer application for the course. */
	readonly superseded: boolean;
	readonly withdrawn: boolean;
	/** Whether every required answer is there, and the private email where one is asked for. */
	readonly complete: boolean;
	readonly decisions: readonly Decision[];
	readonly replies: readonly Reply[];
}

export const states = [
	'unverified',
	'superseded',
	'withdrawn',
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
export type State = (typeof states)[number];

/** The state of an application at an instant (ISO 8601), from what happened alone: nothing is remembered. */
export function statusOf(input: StatusInput, at: string): State {
	if (!input.verified) return 'unverified';
	if (input.superseded) return 'superseded';
	if (input.withdrawn) return 'withdrawn';
	const decision = input.decisions[input.decisions.length - 1];
	if (decision === undefined) return input.complete ? 'received' : 'incomplete';
	if (decision.outcome !== 'accepted') return decision.outcome;
	return decision.offer === null ? seated(input) : offerState(input, decision.offer, at);
}

/** Whether somebody in this state may still take part. */
export function isLive(state: State): boolean {
	return takesSeat(state) || state === 'incomplete' || state === 'received' || state === 'waitlisted';
}

/** Whether an application in this state takes one of the course's seats. */
export function takesSeat(state: State): boolean {
	return state === 'offered' || state === 'confirmed' || state === 'accepted';
}

/** Seats still to be given; negative where more were accepted than there are. Counted anew, never decremented. */
export function freeSeats(seats: number, taken: readonly State[]): number {
	return seats - taken.filter(takesSeat).length;
}

/** Without offers people can still turn their seat down. */
function seated(input: StatusInput): State {
	return lastReply(input, null)?.answer === 'turned-down' ? 'turned-down' : 'accepted';
}

function offerState(input: StatusInput, { until }: Offer, at: string): State {
	const reply = lastReply(input, until);
	if (reply !== undefined) return reply.answer;
	return until !== null && Date.parse(at) > Date.parse(until) ? 'lapsed' : 'offered';
}

/**
 * The newest reply to the present offer. A seat is confirmed in time or not at all; it can be turned down at any time.
 * Replies from before the acceptance were to another offer; a decision to accept that is only saved again (with another
 * note, say) is the same offer.
 */
function lastReply({ decisions, replies }: StatusInput, until: string | null): Reply | undefined {
	const since = Date.parse(acceptedSince(decisions));
	const counting = replies.filter(
		({ answer, at }) =>
			Date.parse(at) >= since &&
			(answer === 'turned-down' || until === null || Date.parse(at) <= Date.parse(until)),
	);
	return counting[counting.length - 1];
}

/** When the unbroken run of acceptances began that the decisions end with. */
function acceptedSince(decisions: readonly Decision[]): string {
	let since = '';
	for (let index = decisions.length - 1; index >= 0; index--) {
		const decision = decisions[index];
		if (decision?.outcome !== 'accepted') break;
		since = decision.at;
	}
	return since;
}
