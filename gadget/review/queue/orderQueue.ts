import type { State } from '../../../shared/rules/status.ts';
import type { Reviewable } from '../reviewable.ts';

/** States in which there is nothing to decide. */
const notLive: readonly State[] = ['unverified', 'superseded', 'withdrawn'];

export function isToBeDecided({ state, one }: Reviewable): boolean {
	return !notLive.includes(state) && !one.removed;
}

export function isDecided(shown: Reviewable): boolean {
	return isToBeDecided(shown) && shown.one.decisions.length > 0;
}

/** Whether a reviewer stepped aside from an application, or made it. */
export function isNotFor({ one }: Reviewable, account: string): boolean {
	return one.added.user?.name === account || one.recusals.some(({ user }) => user?.name === account);
}

/** How many reviewers decided it. */
export function countReviews({ one }: Reviewable): number {
	return new Set(one.decisions.map(({ change }) => change.user?.id)).size;
}

/** Those with the fewest reviews first, then by when they came (as they are given). */
export function orderQueue(all: readonly Reviewable[]): readonly Reviewable[] {
	return all
		.map((shown, place) => ({ shown, place, reviews: countReviews(shown) }))
		.sort((a, b) => a.reviews - b.reviews || a.place - b.place)
		.map(({ shown }) => shown);
}
