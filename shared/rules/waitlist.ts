import type { Decision } from '../actions/collectDecisions.ts';
import type { Change } from '../history/change.ts';
import type { TracedReply } from '../history/submission.ts';
import type { Course } from '../programme/schema.ts';
import type { State } from './state.ts';

/** What a place on the waitlist rests on. */
export interface WaitlistCandidate {
	readonly added: Change;
	readonly removed: Change | null;
	readonly isWithdrawn: boolean;
	readonly decisions: readonly Decision[];
	readonly replies: readonly TracedReply[];
	readonly decidedState: State;
}

/** Somebody who waits, or did. */
interface WaitlistEntry<T extends WaitlistCandidate> {
	readonly application: T;
	/** The decision that put it on the waitlist. */
	readonly decision: Decision;
	/** The revision with which it left the waitlist; Infinity: it stands there. */
	readonly leftRevid: number;
	/** When it was submitted, in milliseconds. */
	readonly submittedAt: number;
}

/**
 * A course's waitlist in order: by submission time, except for those to whom a reviewer gave another place. They stand
 * at that place, the others in order around them; of two with the same place the later decision stands behind.
 *
 * A given place is one on the list as it was then. Who leaves the list later still holds their place in the count, so
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
 * Who should be taken from the waitlist next, at an instant (ISO 8601). The bot itself promotes nobody.
 *
 * - `none`: nobody waits, no seat is free, or answers have not gone out yet, so that nobody's seat came free
 * - `over`: somebody could be, were it not after the course's `promoteUntil`
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
