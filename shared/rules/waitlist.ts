import type { Decision } from '../actions/collectDecisions.ts';
import type { Change } from '../history/change.ts';
import type { TracedReply } from '../history/submission.ts';
import type { Course } from '../programme/schema.ts';
import type { State } from './state.ts';

/** The facts that determine a place on the waitlist. */
export interface WaitlistCandidate {
	readonly added: Change;
	readonly removed: Change | null;
	readonly isWithdrawn: boolean;
	readonly decisions: readonly Decision[];
	readonly replies: readonly TracedReply[];
	readonly decidedState: State;
}

/** A current or former member of the waitlist. */
interface WaitlistEntry<T extends WaitlistCandidate> {
	readonly application: T;
	/** The decision that put it on the waitlist. */
	readonly decision: Decision;
	/** The revision that removed it from the waitlist; Infinity if it is still there. */
	readonly leftRevid: number;
	/** Submission time in milliseconds since 1970. */
	readonly submittedAt: number;
}

/**
 * Sorts a course's waitlist by submission time, except for applications that a reviewer gave a place. These take that
 * place, and the others keep their order around them. If two have the same place, the later decision comes second.
 *
 * A given place refers to the list at the time of the decision. Applications that left the list later still count, so
 * that nobody is overtaken because somebody ahead got a seat.
 *
 * @param applications all of the course's, in any order
 */
export function orderWaitlist<T extends WaitlistCandidate>(applications: readonly T[]): readonly T[] {
	return sortEntries(applications.flatMap(toEntry))
		.filter(({ leftRevid }) => leftRevid === Infinity)
		.map(({ application }) => application);
}

/**
 * Finds whom to promote next from the waitlist at an instant (ISO 8601). The bot itself never promotes.
 *
 * - `none`: the waitlist is empty, no seat is free, or decisions are not due yet
 * - `over`: somebody could be promoted, but `promoteUntil` has passed
 */
export function findNextOnWaitlist<T extends WaitlistCandidate>(
	{ seats, notify, promoteUntil }: Pick<Course, 'seats' | 'notify' | 'promoteUntil'>,
	applications: readonly T[],
	seatsTaken: number,
	at: string,
):
	| { readonly kind: 'none' }
	| { readonly kind: 'over'; readonly until: string }
	| { readonly kind: 'next'; readonly next: T } {
	if (Date.parse(at) < Date.parse(notify) || seatsTaken >= seats) return { kind: 'none' };
	const [next] = orderWaitlist(applications);
	if (!next) return { kind: 'none' };
	if (promoteUntil !== undefined && Date.parse(at) > Date.parse(promoteUntil))
		return { kind: 'over', until: promoteUntil };
	return { kind: 'next', next };
}

function toEntry<T extends WaitlistCandidate>(application: T): readonly WaitlistEntry<T>[] {
	const { added, decidedState, decisions, isWithdrawn, removed, replies } = application;
	const decision = decisions.filter(({ outcome }) => outcome === 'waitlisted').pop();
	if (!decision) return [];
	const submittedAt = Date.parse(added.timestamp);
	const entry = (leftRevid: number) => [{ application, decision, leftRevid, submittedAt }];
	if (decidedState === 'waitlisted') return entry(Infinity);
	const nextDecision = decisions[decisions.indexOf(decision) + 1];
	if (nextDecision) return entry(nextDecision.revid);
	const withdrawal = replies.filter(({ reply }) => reply === 'withdrawn').pop();
	return isWithdrawn ? entry(Math.max(withdrawal?.change.revid ?? 0, removed ? removed.revid : 0)) : [];
}

function sortEntries<T extends WaitlistCandidate>(
	entries: readonly WaitlistEntry<T>[],
): readonly WaitlistEntry<T>[] {
	const byTime = entries.filter(({ decision }) => decision.place === null).sort(compareBySubmission);
	let placed = entries
		.filter(({ decision }) => decision.place !== null)
		.sort(compareByPlace)
		.map((entry) => ({ entry, ahead: 0 }));
	const sorted: WaitlistEntry<T>[] = [];
	let next = 0;
	while (sorted.length < entries.length) {
		const due = placed.find(({ entry, ahead }) => (entry.decision.place ?? 1) <= ahead + 1);
		const fallback = next < byTime.length ? undefined : placed[0];
		const chosen = (due ?? fallback)?.entry ?? byTime[next++];
		if (!chosen) break;
		sorted.push(chosen);
		placed = placed
			.filter(({ entry }) => entry !== chosen)
			.map(({ entry, ahead }) => ({ entry, ahead: ahead + Number(chosen.leftRevid > entry.decision.revid) }));
	}
	return sorted;
}

function compareBySubmission<T extends WaitlistCandidate>(a: WaitlistEntry<T>, b: WaitlistEntry<T>): number {
	return a.submittedAt - b.submittedAt || a.application.added.revid - b.application.added.revid;
}

function compareByPlace<T extends WaitlistCandidate>(
	{ decision: a }: WaitlistEntry<T>,
	{ decision: b }: WaitlistEntry<T>,
): number {
	return (a.place ?? 0) - (b.place ?? 0) || a.revid - b.revid;
}
