import type { Course } from '../../shared/programme/schema.ts';
import { isRecord } from '../isRecord.ts';
import type { Answers } from '../course/applying.ts';
import { without } from '../course/without.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;

export interface Draft {
	/** When it was written, ISO 8601, by this device's clock. */
	readonly at: string;
	readonly answers: Answers;
}

/** Answers that are kept on this device. Where its storage is full or forbidden, nothing is kept and nothing breaks. */
export interface DraftStore {
	read(): Draft | null;
	write(answers: Answers): void;
	remove(): void;
}

/**
 * The draft of a course and account. The preferred address is left out: whoever uses the device after could read it,
 * and so could every other script of the wiki.
 */
export function draftOf(course: Course, account: string): DraftStore {
	const key = `wikilearn-draft-${course.id}-${account}`;
	const secret = course.questions.filter(({ type }) => type === 'private-email').map(({ id }) => id);
	return {
		read() {
			const kept: unknown = mw.storage.getObject(key);
			return isDraft(kept) && Date.now() - Date.parse(kept.at) < DAYS * DAY_MS ? kept : null;
		},
		write(answers) {
			const kept = without(answers, secret);
			mw.storage.setObject(key, { at: new Date().toISOString(), answers: kept }, (DAYS * DAY_MS) / 1000);
		},
		remove() {
			mw.storage.remove(key);
		},
	};
}

function isDraft(kept: unknown): kept is Draft {
	return isRecord(kept) && typeof kept.at === 'string' && isRecord(kept.answers);
}
