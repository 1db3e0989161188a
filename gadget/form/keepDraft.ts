import type { DraftStore } from './draft.ts';
import type { QuestionForm } from '../questions/questionForm.ts';

const PAUSE_MS = 400;

/**
 * Keeps what is written in a form, and asks before the page is left with something unsent.
 *
 * @returns to be called once it is saved on the wiki: removes the draft and asks no more
 */
export function keepDraft(form: QuestionForm, draft: DraftStore): () => void {
	let unsent = false;
	let timer = 0;
	const write = (): void => {
		window.clearTimeout(timer);
		if (unsent) draft.write(form.read());
	};
	const changed = (): void => {
		unsent = true;
		window.clearTimeout(timer);
		timer = window.setTimeout(write, PAUSE_MS);
	};
	const leaving = (event: BeforeUnloadEvent): void => {
		write();
		if (unsent) event.preventDefault();
	};
	form.element.addEventListener('input', changed);
	window.addEventListener('pagehide', write);
	window.addEventListener('beforeunload', leaving);
	return () => {
		window.clearTimeout(timer);
		unsent = false;
		window.removeEventListener('pagehide', write);
		window.removeEventListener('beforeunload', leaving);
		draft.remove();
	};
}
