import type { OutcomeOrRecusal } from '../../../shared/actions/mark.ts';

/** A reviewer's input for a decision. */
export interface DecisionInput {
	readonly verdict: OutcomeOrRecusal;
	/** The place on the waitlist, from 1; null: by submission time. */
	readonly place: number | null;
	readonly note: string;
}

/** MediaWiki's limit for summaries is 500 characters. The longest mark about one applicant takes 118. */
export const NOTE_LIMIT = 300;

/** The possible outcomes with their keyboard shortcuts. */
export const CHOICES: readonly { readonly choice: OutcomeOrRecusal; readonly key: string }[] = [
	{ choice: 'accepted', key: 'a' },
	{ choice: 'waitlisted', key: 'w' },
	{ choice: 'declined', key: 'd' },
	{ choice: 'recused', key: 'r' },
];
