import type { Course } from '../../shared/programme/schema.ts';
import { isRecord } from '../isRecord.ts';
import { type Answers, omitAnswers } from '../course/applicationContext.ts';
import type { QuestionForm } from '../questions/questionForm.ts';

const MAX_AGE_DAYS = 30;
const DAY_MS = 86_400_000;

export interface Draft {
	/** When it was saved, ISO 8601, by this device's clock. */
	readonly at: string;
	readonly answers: Answers;
}

/** Answers saved on this device. Does nothing if its storage is full or blocked. */
export interface DraftStore {
	read(): Draft | null;
	write(answers: Answers): void;
	remove(): void;
}

/**
 * Creates the draft store of a course and account. It omits the preferred address, which later users of the device and all
 * other scripts of the wiki could read.
 */
export function createDraftStore(course: Course, account: string): DraftStore {
	const key = `wikilearn-draft-${course.id}-${account}`;
	const privateIds = course.questions.filter(({ type }) => type === 'private-email').map(({ id }) => id);
	return {
		read() {
			const stored: unknown = mw.storage.getObject(key);
			return isDraft(stored) && Date.now() - Date.parse(stored.at) < MAX_AGE_DAYS * DAY_MS ? stored : null;
		},
		write(answers) {
			const publicAnswers = omitAnswers(answers, privateIds);
			mw.storage.setObject(
				key,
				{ at: new Date().toISOString(), answers: publicAnswers },
				(MAX_AGE_DAYS * DAY_MS) / 1000,
			);
		},
		remove() {
			mw.storage.remove(key);
		},
	};
}

function isDraft(stored: unknown): stored is Draft {
	return isRecord(stored) && typeof stored.at === 'string' && isRecord(stored.answers);
}

const SAVE_DELAY_MS = 400;
/**
 * Saves a form's answers as a draft, and warns before leaving the page with unsaved changes.
 *
 * @returns a function to call after the application is saved: removes the draft and the warning
 */
export function autosaveDraft(form: QuestionForm, draftStore: DraftStore): () => void {
	let hasUnsent = false;
	let timer = 0;
	const write = (): void => {
		window.clearTimeout(timer);
		if (hasUnsent) draftStore.write(form.read());
	};
	const onInput = (): void => {
		hasUnsent = true;
		window.clearTimeout(timer);
		timer = window.setTimeout(write, SAVE_DELAY_MS);
	};
	const onBeforeUnload = (event: BeforeUnloadEvent): void => {
		write();
		if (hasUnsent) event.preventDefault();
	};
	form.element.addEventListener('input', onInput);
	window.addEventListener('pagehide', write);
	window.addEventListener('beforeunload', onBeforeUnload);
	return () => {
		window.clearTimeout(timer);
		hasUnsent = false;
		window.removeEventListener('pagehide', write);
		window.removeEventListener('beforeunload', onBeforeUnload);
		draftStore.remove();
	};
}
