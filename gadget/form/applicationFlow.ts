import { type Draft, draftOf, type DraftStore } from './draft.ts';
import { plainButton } from '../ui/buttons.ts';
import { add, fill, h } from '../ui/h.ts';
import { keepDraft } from './keepDraft.ts';
import { loadSend } from './lazyModules.ts';
import { notice, showNotice } from '../ui/notice.ts';
import { questionForm, type QuestionForm } from '../questions/questionForm.ts';
import { say } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
import type { Answers, Applying } from '../course/applying.ts';
import type { Sender } from '../submit/sender.ts';
import type { Reviewed } from '../submit/sender.ts';

export interface ApplyingForm {
	readonly element: HTMLElement;
	readonly form: QuestionForm;
}

/** The form, from its questions over the check of the answers to the receipt that takes their place. */
export function applying(context: Applying): ApplyingForm {
	const place = h('div');
	const notes = h('div');
	let sender: Sender | null = null;
	const load = async (): Promise<Sender> => (sender ??= (await loadSend()).createSender(context));
	const form = questionForm(context.programme, askedFor(context), {
		holdsContact: (answer) => sender?.holdsContact(answer) ?? false,
		prepare: () => load().catch(() => undefined),
		send: review,
	});
	const draft = draftOf(context.course, context.account);
	if (context.own) form.write(context.own.application.answers);
	const kept = draft.read();
	if (kept) restore(notes, form, draft, kept);
	const sent = keepDraft(form, draft);
	// Somebody begins to answer: what sending takes is fetched meanwhile. Without a connection, sending tries again.
	form.element.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
	fill(place, notes, form.element);
	return { element: place, form };

	async function review(answers: Answers): Promise<void> {
		const back = (): void => {
			fill(place, notes, form.element);
			form.button.focus();
		};
		const saved = (receipt: HTMLElement): void => {
			sent();
			show(receipt);
		};
		const outcome: Reviewed = sender
			? await sender.review(answers, { back, saved })
			: { kind: 'refused', words: say('wikilearn-form-lost') };
		if (outcome.kind === 'refused') showNotice(form.messages, 'error', outcome.words);
		else show(outcome.element);
	}

	function show(element: HTMLElement): void {
		element.tabIndex = -1;
		fill(place, element);
		element.focus();
	}
}

/** The team has the address already: it is asked for again only to be changed. */
function askedFor({ course, own }: Applying): Applying['course'] {
	if (own?.application.email !== 'sent') return course;
	const questions = course.questions.map((question) =>
		question.type === 'private-email' ? { ...question, required: false } : question,
	);
	return { ...course, questions };
}

function restore(notes: HTMLElement, form: QuestionForm, draft: DraftStore, { at, answers }: Draft): void {
	form.write(answers);
	const empty = (): void => {
		draft.remove();
		form.clear();
		fill(notes);
		form.focus();
	};
	const button = plainButton('wikilearn-form-draft-clear', empty);
	add(notes, notice('notice', h('p', {}, say('wikilearn-form-draft', sayTime(at))), button));
}
