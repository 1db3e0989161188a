import type { Verdict } from '../../shared/actions/mark.ts';

/** What a reviewer wants to say of an application. */
export interface Wanted {
	readonly verdict: Verdict;
	/** On the waitlist, from 1; null: by time. */
	readonly place: number | null;
	readonly note: string;
}

/** A summary takes 500 characters, of which the longest mark about one applicant takes 118. */
export const NOTE_LIMIT = 300;
