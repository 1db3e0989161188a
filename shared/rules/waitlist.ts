import type { Decision } from '../actions/decisions.ts';
import type { Change } from '../history/change.ts';
import type { TracedReply } from '../history/submission.ts';
import type { Course } from '../programme/schema.ts';
import type { State } from './status.ts';

/** What a place on the waitlist rests on. */
export interface Waitable {
	readonly added: Change;
	readonly removed: Change | null;
	readonly withdrawn: boolean;
	readonly decisions: readonly Decision[];
	readonly replies: readonly TracedReply[];
	readonly decidedState: State;
}

/** Somebody who waits, or did. */
interface Entry<T extends Waitable> {
	readonly application: T;
	/** The decision that put it on the waitlist. */
	readonly wait: Decision;
	/** The revision with which it left the waitlist; Infinity: it stands there. */
	readonly left: number;
	/** When it was submitted, in milliseconds. */
	readonly submitted: number;
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
export function waitlist<T extends Waitable>(applications: readonly T[]): readonly T[] {
	return inOrder(applications.flatMap(entryOf))
		.filter(({ left }) => left === Infinity)
		.map(({ application }) => application);
}

/**
 * Who should be taken from the waitlist next, at an instant (ISO 8601). The bot itself promotes nobody.
 *
 * - `none`: nobody waits, no seat is free, or answers have not gone out yet, so that nobody's seat came free
 * - `over`: somebody could be, were it not after the course's `promoteUntil`
 */
export function nextOnWaitlist<T extends Waitable>(
	{ seats, notify, promoteUntil }: Pick<Course, 'seats' | 'notify' | 'promoteUntil'>,
	applications: readonly T[],
	taken: number,
	at: string,
):
	| { readonly kind: 'none' }
	| { readonly kind: 'over'; readonly until: string }
	| { readonly kind: 'next'; readonly next: T } {
	if (Date.parse(at) < Date.parse(notify) || taken >= seats) return { kind: 'none' };
	const [next] = waitlist(applications);
	if (!next) return { kind: 'none' };
	if (promoteUntil !== undefined && Date.parse(at) > Date.parse(promoteUntil))
		return { kind: 'over', until: promoteUntil };
	return { kind: 'next', next };
}

function entryOf<T extends Waitable>(application: T): readonly Entry<T>[] {
	const { added, decidedState, decisions, withdrawn, removed, replies } = application;
	const wait = decisions.filter(({ outcome }) => outcome === 'waitlisted').pop();
	if (!wait) return [];
	const submitted = Date.parse(added.timestamp);
	const entry = (left: number) => [{ application, wait, left, submitted }];
	if (decidedState === 'waitlisted') return entry(Infinity);
	const next = decisions[decisions.indexOf(wait) + 1];
	if (next) return entry(next.revid);
	const withdrawal = replies.filter(({ answer }) => answer === 'withdrawn').pop();
	return withdrawn ? entry(Math.max(withdrawal?.change.revid ?? 0, removed ? removed.revid : 0)) : [];
}

function inOrder<T extends Waitable>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
	const byTime = entries.filter(({ wait }) => wait.place === null).sort(bySubmission);
	let given = entries
		.filter(({ wait }) => wait.place !== null)
		.sort(byPlace)
		.map((entry) => ({ entry, ahead: 0 }));
	const order: Entry<T>[] = [];
	let next = 0;
	while (order.length < entries.length) {
		const due = given.find(({ entry, ahead }) => (entry.wait.place ?? 1) <= ahead + 1);
		const late = next < byTime.length ? undefined : given[0];
		const chosen = (due ?? late)?.entry ?? byTime[next++];
		if (!chosen) break;
		order.push(chosen);
		given = given
			.filter(({ entry }) => entry !== chosen)
			.map(({ entry, ahead }) => ({ entry, ahead: ahead + Number(chosen.left > entry.wait.revid) }));
	}
	return order;
}

function bySubmission<T extends Waitable>(a: Entry<T>, b: Entry<T>): number {
	return a.submitted - b.submitted || a.application.added.revid - b.application.added.revid;
}

function byPlace<T extends Waitable>({ wait: a }: Entry<T>, { wait: b }: Entry<T>): number {
	return (a.place ?? 0) - (b.place ?? 0) || a.revid - b.revid;
}
