import type { Evidence, Verdict } from './eligibility.ts';
import type { Facts, Known } from '../wiki/facts.ts';

/** What the assessment of one requirement comes to, before it is filed under the requirement's id. */
export interface Judgement {
	readonly verdict: Verdict;
	readonly evidence: readonly Evidence[];
	readonly checked: string | null;
}

/** The value of a known fact, or null. */
export function valueOf<T>(fact: Known<T>): T | null {
	return fact.known ? fact.value : null;
}

/** The evidence that a fact is missing, none if it is known. */
export function missing(facts: Facts, what: 'local' | 'global'): readonly Evidence[] {
	const fact = facts[what];
	return fact.known ? [] : [{ kind: 'missing', what, why: fact.why }];
}

/** Whether an instant (ISO 8601) is before another one. Most are the same: those of one look-up. */
export function isBefore(one: string, other: string): boolean {
	return one !== other && Date.parse(one) < Date.parse(other);
}

/** When the oldest of the known facts was asked; null if none is known. */
export function oldest(facts: readonly Known<unknown>[]): string | null {
	let found: string | null = null;
	for (const fact of facts) {
		if (fact.known && (found === null || isBefore(fact.at, found))) found = fact.at;
	}
	return found;
}
