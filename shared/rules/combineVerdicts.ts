import type { Verdict } from './eligibility.ts';

/** Kleene's "or": one that is met suffices, whatever is unknown about the others. Of nothing: not met. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('met')) return 'met';
	return verdicts.includes('unknown') ? 'unknown' : 'not met';
}

/** Kleene's "and": one that is not met settles it. Of nothing: met. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('not met')) return 'not met';
	return verdicts.includes('unknown') ? 'unknown' : 'met';
}
