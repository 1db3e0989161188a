import type { OutcomeOrRecusal } from '../../../shared/actions/mark.ts';

/** What a reviewer wants to say of an application. */
export interface DecisionInput {
	readonly verdict: OutcomeOrRecusal;
	/** On the waitlist, from 1; null: by time. */
	readonly place: number | null;
	readonly note: string;
}

/** A summary takes 500 characters, of which the longest mark about one applicant takes 118. */
export const NOTE_LIMIT = 300;

/** What a reviewer may say of an application, with the keys that pick it. */
export const CHOICES: readonly { readonly choice: OutcomeOrRecusal; readonly key: string }[] = [
	{ choice: 'accepted', key: 'a' },
	{ choice: 'waitlisted', key: 'w' },
	{ choice: 'declined', key: 'd' },
	{ choice: 'recused', key: 'r' },
];
