import type { Outcome } from '../rules/status.ts';
import type { Change } from '../submission/change.ts';

/** What a decision template says, once read. Who said it is told by the page's history alone. */
export interface WrittenDecision {
	/** Null where it is none of the three; `written` is what stands there instead. */
	readonly outcome: Outcome | null;
	readonly written: string;
	/** For the other reviewers, plain text. */
	readonly note: string;
}

/** The template's name. `by` and `date` among its parameters are for readers: the bot does not believe them. */
export const decisionTemplate = 'WikiLearn decision';

/** A decision that counts: a reviewer put it there, or gave it this form. */
export interface TracedDecision {
	readonly outcome: Outcome;
	readonly note: string;
	readonly change: Change;
}
