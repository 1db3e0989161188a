import type { Outcome, Reply } from '../rules/status.ts';
import type { Change } from '../submission/change.ts';

/**
 * What stands beside an application, each as a call of a template: a reviewer's decision, the applicant's reply to an
 * offer, a reviewer's word that they will not decide this one. `by` and `date` among the parameters are for readers:
 * who said it, and when, is told by the page's history alone.
 */
export const markTemplates = {
	decision: 'WikiLearn decision',
	reply: 'WikiLearn reply',
	recusal: 'WikiLearn recusal',
} as const;
export type MarkKind = keyof typeof markTemplates;

/** What a call says, once read. */
export interface Mark {
	readonly kind: MarkKind;
	/** Its parameters as plain text, trimmed. */
	readonly given: ReadonlyMap<string, string>;
}

/** A decision that counts: a reviewer put it there, or gave it this form. */
export interface TracedDecision {
	readonly outcome: Outcome;
	/** For the other reviewers, plain text. */
	readonly note: string;
	/** A place on the waitlist other than the one by time, from 1; null: by time. */
	readonly place: number | null;
	readonly change: Change;
}

/** A reply that counts: the applicant's own. */
export interface TracedReply {
	readonly answer: Reply['answer'];
	readonly change: Change;
}
