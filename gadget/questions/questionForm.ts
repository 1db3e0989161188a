import type { Course, Programme } from '../../shared/programme/schema.ts';
import { busyButton } from '../ui/buttons.ts';
import { checkAnswer } from './checkAnswer.ts';
import { createField, type Field } from './field.ts';
import { fill, h } from '../ui/h.ts';
import { problemSummary, type FieldProblem } from './problemSummary.ts';
import { createControl } from './createControl.ts';
import { msg, localizeText } from '../ui/msg.ts';
import type { Answers } from '../course/applicationContext.ts';

let isPointerDown = false;
const trackPointer = (event: string, isDown: boolean): void => {
	document.addEventListener(event, () => (isPointerDown = isDown), true);
};
trackPointer('pointerdown', true);
trackPointer('pointerup', false);
trackPointer('pointercancel', false);

/**
 * Runs `act` now, or after the current pointer press. Otherwise, content that appears above would move the pressed element
 * away and the click would be lost.
 */
function afterPointerUp(act: () => void): void {
	if (!isPointerDown) {
		act();
		return;
	}
	const onPointerUp = (): void => {
		document.removeEventListener('pointerup', onPointerUp);
		document.removeEventListener('pointercancel', onPointerUp);
		// After the click event, which follows immediately.
		setTimeout(act);
	};
	document.addEventListener('pointerup', onPointerUp);
	document.addEventListener('pointercancel', onPointerUp);
}

/** Callbacks for the form's answers. */
interface QuestionFormHandlers {
	containsContactDetails(answer: string): boolean;
	/** Awaited before the form checks all answers. */
	prepare(): Promise<unknown>;
	/** Called if all answers are valid. */
	submit(answers: Answers): Promise<void>;
}

export interface QuestionForm {
	readonly element: HTMLElement;
	/** The container for messages about sending. */
	readonly messages: HTMLElement;
	/** The element to focus after returning from the preview. */
	readonly button: HTMLElement;
	read(): Answers;
	/** Sets these answers and keeps the others. */
	write(answers: Answers): void;
	clear(): void;
	/** Focuses the first question. */
	focus(): void;
}

/** A course's questions with a submit button. */
export function questionForm(
	programme: Programme,
	course: Course,
	handlers: QuestionFormHandlers,
): QuestionForm {
	const fields = course.questions.map((question) => {
		const id = `wikilearn-${course.id}-${question.id}`;
		return createField(question, createControl(question, id), id);
	});
	const summary = problemSummary();
	const messages = h('div');
	const { button, ignoreWhileBusy } = busyButton('submit', {
		idle: 'wikilearn-form-check',
		busy: 'wikilearn-form-checking',
	});
	const submit = async (): Promise<void> => {
		fill(messages);
		await handlers.prepare();
		const problems = fields.map((field) => checkField(field, handlers)).filter((problem) => problem !== null);
		summary.show(problems);
		if (!problems.length) await handlers.submit(readAnswers(fields));
	};
	const element = h(
		'form',
		{ class: 'wikilearn-form', novalidate: true, onsubmit: ignoreWhileBusy(submit) },
		summary.element,
		h('p', {}, msg('wikilearn-form-public')),
		...fields.map((field) => field.element),
		h('p', {}, msg('wikilearn-form-privacy'), ' ', privacyLink(programme.privacy)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button),
	);
	for (const field of fields) checkOnBlur(field, handlers);
	return {
		element,
		messages,
		button,
		read: () => readAnswers(fields),
		write(answers) {
			for (const { control, question } of fields) {
				const answer = answers[question.id];
				if (answer !== undefined) control.write(answer);
			}
		},
		clear() {
			for (const { control } of fields) control.write('');
		},
		focus() {
			fields[0]?.control.focusTarget.focus();
		},
	};
}

function readAnswers(fields: readonly Field[]): Answers {
	const answers: Record<string, string> = {};
	for (const { question, control } of fields) {
		const answer = control.read();
		if (answer !== '') answers[question.id] = answer;
	}
	return answers;
}

/** Shows a field's problem and returns it for the summary. */
function checkField(field: Field, handlers: QuestionFormHandlers): FieldProblem | null {
	const { question, control } = field;
	const problem = checkAnswer(question, control.read(), (answer) => handlers.containsContactDetails(answer));
	field.showProblem(problem);
	return problem === null
		? null
		: { focusTarget: control.focusTarget, label: localizeText(question.label), message: problem };
}

/** Checks an answer when its field loses the focus; an empty one only on submit. */
function checkOnBlur(field: Field, handlers: QuestionFormHandlers): void {
	field.element.addEventListener('focusout', (event) => {
		const isInside = event.relatedTarget instanceof Node && field.element.contains(event.relatedTarget);
		if (isInside) return;
		afterPointerUp(() => {
			if (field.control.read() === '') field.showProblem(null);
			else checkField(field, handlers);
		});
	});
}

function privacyLink(privacy: string): HTMLElement {
	const href = privacy.startsWith('https://') ? privacy : mw.util.getUrl(privacy);
	return h('a', { href, target: '_blank', rel: 'noopener' }, msg('wikilearn-form-privacy-link'));
}
