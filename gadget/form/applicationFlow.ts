import { type Draft, createDraftStore, type DraftStore, autosaveDraft } from './draft.ts';
import { plainButton } from '../ui/buttons.ts';
import { appendChildren, fill, h } from '../ui/h.ts';
import { loadSubmit } from './lazyModules.ts';
import { notice, showNotice } from '../ui/notice.ts';
import { questionForm, type QuestionForm } from '../questions/questionForm.ts';
import { msg } from '../ui/msg.ts';
import { formatDateTime } from '../ui/intl.ts';
import type { Answers, ApplicationContext } from '../course/applicationContext.ts';
import type { Submitter, PreviewResult } from '../submit/preview.ts';

interface ApplicationFlow {
	readonly element: HTMLElement;
	readonly form: QuestionForm;
}

/** The whole form: questions, preview and receipt. */
export function applicationFlow(context: ApplicationContext): ApplicationFlow {
	const container = h('div');
	const notes = h('div');
	let submitter: Submitter | null = null;
	const loadSubmitter = async (): Promise<Submitter> =>
		(submitter ??= (await loadSubmit()).createSubmitter(context));
	const form = questionForm(context.programme, withOptionalAddress(context), {
		containsContactDetails: (answer) => submitter?.containsContactDetails(answer) ?? false,
		prepare: () => loadSubmitter().catch(() => undefined),
		submit: showPreview,
	});
	const draftStore = createDraftStore(context.course, context.account);
	if (context.myApplication) form.write(context.myApplication.application.answers);
	const draft = draftStore.read();
	if (draft) restoreDraft(notes, form, draftStore, draft);
	const discardDraft = autosaveDraft(form, draftStore);
	// Preload the module for sending when the reader starts typing. If this fails, sending loads it again.
	form.element.addEventListener('focusin', () => void loadSubmitter().catch(() => undefined), { once: true });
	fill(container, notes, form.element);
	return { element: container, form };

	async function showPreview(answers: Answers): Promise<void> {
		const onBack = (): void => {
			fill(container, notes, form.element);
			form.button.focus();
		};
		const onSaved = (receipt: HTMLElement): void => {
			discardDraft();
			show(receipt);
		};
		const outcome: PreviewResult = submitter
			? await submitter.preview(answers, { onBack, onSaved })
			: { kind: 'refused', message: msg('wikilearn-form-lost') };
		if (outcome.kind === 'refused') showNotice(form.messages, 'error', outcome.message);
		else show(outcome.element);
	}

	function show(element: HTMLElement): void {
		element.tabIndex = -1;
		fill(container, element);
		element.focus();
	}
}

/** Makes the address optional if the team already has it. */
function withOptionalAddress({ course, myApplication }: ApplicationContext): ApplicationContext['course'] {
	if (myApplication?.application.email !== 'sent') return course;
	const questions = course.questions.map((question) =>
		question.type === 'private-email' ? { ...question, required: false } : question,
	);
	return { ...course, questions };
}

function restoreDraft(
	notes: HTMLElement,
	form: QuestionForm,
	draftStore: DraftStore,
	{ at: savedAt, answers }: Draft,
): void {
	form.write(answers);
	const discard = (): void => {
		draftStore.remove();
		form.clear();
		fill(notes);
		form.focus();
	};
	const button = plainButton('wikilearn-form-draft-clear', discard);
	appendChildren(
		notes,
		notice('notice', h('p', {}, msg('wikilearn-form-draft', formatDateTime(savedAt))), button),
	);
}
