import { readApplications } from '../../shared/application/readApplications.ts';
import { addMark, writeMark } from '../../shared/mark/writeMark.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Submission, TracedApplication } from '../../shared/submission/submission.ts';
import { traceApplications } from '../../shared/submission/traceApplications.ts';
import { lifeKey } from './lifeKey.ts';

/** What a reviewer wants to say of an application. */
export type WantedMark =
	| {
			readonly kind: 'decision';
			readonly outcome: 'accepted' | 'waitlisted' | 'declined';
			readonly note: string;
			/** On the waitlist, from 1; null: by time. */
			readonly place: number | null;
	  }
	| { readonly kind: 'recusal' };

/** Who says it, and when (ISO 8601). */
export interface Signed {
	readonly user: { readonly id: number; readonly name: string };
	readonly date: string;
}

/** The mark as wikitext. */
export function markText(mark: WantedMark, { user, date }: Signed): string {
	const signed = { by: user.name, date };
	if (mark.kind === 'recusal') return writeMark('recusal', signed);
	const { outcome, note, place } = mark;
	return writeMark('decision', { outcome, note, place: place === null ? '' : String(place), ...signed });
}

/**
 * The page with a mark on one of its applications, or null where it cannot be placed. Whether it will be read as one
 * about this application is tried out on the page's history, as it will be.
 */
export function placeMark(
	programme: Programme,
	submission: Submission,
	key: string,
	mark: WantedMark,
	signed: Signed,
): string | null {
	const newest = submission.history[submission.history.length - 1];
	if (newest?.text === undefined || newest.text === null) return null;
	const before = find(programme, submission, key);
	if (!before) return null;
	const counted = mark.kind === 'recusal' ? 'recusals' : 'decisions';
	for (const on of readApplications(newest.text).applications) {
		const text = addMark(newest.text, on, submission.kind, markText(mark, signed));
		const next = {
			revid: newest.revid + 1,
			parentid: newest.revid,
			timestamp: signed.date,
			user: signed.user,
			text,
			tags: [],
		};
		const after = find(programme, { ...submission, history: [...submission.history, next] }, key);
		if (after && after[counted].length > before[counted].length) return text;
	}
	return null;
}

function find(programme: Programme, submission: Submission, key: string): TracedApplication | undefined {
	const { applications } = traceApplications(submission, programme, programme.language);
	return applications.find((one) => lifeKey(one) === key);
}
