import { canBeDecided } from '../../../shared/rules/status.ts';
import type { Reviewable } from '../reviewable.ts';

export function isToBeDecided({ one }: Reviewable): boolean {
	return canBeDecided(one.state);
}

export function isDecided(shown: Reviewable): boolean {
	return isToBeDecided(shown) && shown.one.decision !== null;
}

/** Whether a reviewer stepped aside from an application, or made it. */
export function isNotFor({ one }: Reviewable, reviewer: number): boolean {
	return one.applicant?.id === reviewer || one.recusals.some(({ by }) => by.id === reviewer);
}

/** How many reviewers decided it. */
export function countReviews({ one }: Reviewable): number {
	return new Set(one.decisions.map(({ by }) => by.id)).size;
}

/** Those with the fewest reviews first, then by when they came (as they are given). */
export function orderQueue(all: readonly Reviewable[]): readonly Reviewable[] {
	return all
		.map((shown, place) => ({ shown, place, reviews: countReviews(shown) }))
		.sort((a, b) => a.reviews - b.reviews || a.place - b.place)
		.map(({ shown }) => shown);
}
