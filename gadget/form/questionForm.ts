import type { Course, Programme } from '../../shared/programme/schema.ts';
import { checkAnswer } from './checkAnswer.ts';
import { createField, type Field } from './field.ts';
import { fill, h } from './h.ts';
import { problemSummary } from './problemSummary.ts';
import { createControl } from './questions/createControl.ts';
import { say, text } from './say.ts';

/** Answers as text, by question id; unanswered questions are left out. */
export type Answers = Readonly<Record<string, string>>;

export interface QuestionForm {
	readonly element: HTMLElement;
	/** Where messages about sending go. */
	readonly messages: HTMLElement;
	read(): Answers;
	write(answers: Answers): void;
	/** While something is sent, it cannot be sent a second time. */
	setBusy(busy: boolean): void;
}

/** The questions of a course with a button; `send` is called once nothing is wrong. */
export function questionForm(
	programme: Programme,
	course: Course,
	send: (answers: Answers) => void,
): QuestionForm {
	const fields = course.questions.map((question) => {
		const id = `wikilearn-${course.id}-${question.id}`;
		return createField(question, createControl(question, id), id);
	});
	const summary = problemSummary();
	const messages = h('div');
	const button = h(
		'button',
		{ type: 'submit', class: 'wikilearn-button wikilearn-primary' },
		say('wikilearn-form-send'),
	);
	const submit = (event: Event): void => {
		event.preventDefault();
		if (button.getAttribute('aria-disabled') === 'true') return;
		fill(messages);
		const wrong = fields.filter((field) => !check(field));
		summary.show(wrong.map(problemOf));
		if (!wrong.length) send(readAll(fields));
	};
	const element = h(
		'form',
		{ class: 'wikilearn-form', novalidate: true, onsubmit: submit },
		summary.element,
		h('p', {}, say('wikilearn-form-public')),
		...fields.map((field) => field.element),
		h('p', {}, say('wikilearn-form-privacy'), ' ', privacyLink(programme.privacy)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button),
	);
	for (const field of fields) checkWhenLeft(field);
	return {
		element,
		messages,
		read: () => readAll(fields),
		write(answers) {
			for (const { control, question } of fields) control.write(answers[question.id] ?? '');
		},
		setBusy(busy) {
			// Not `disabled`, which would take the focus away.
			button.setAttribute('aria-disabled', String(busy));
			fill(button, say(busy ? 'wikilearn-form-sending' : 'wikilearn-form-send'));
		},
	};
}

function readAll(fields: readonly Field[]): Answers {
	const answers: Record<string, string> = {};
	for (const { question, control } of fields) {
		const answer = control.read();
		if (answer !== '') answers[question.id] = answer;
	}
	return answers;
}

/** Shows what is wrong with a field; true if nothing is. */
function check(field: Field): boolean {
	const problem = checkAnswer(field.question, field.control.read());
	field.show(problem);
	return problem === null;
}

/** An answer is checked when its field is left; an empty one only when all is sent. */
function checkWhenLeft(field: Field): void {
	field.element.addEventListener('focusout', (event) => {
		const within = event.relatedTarget instanceof Node && field.element.contains(event.relatedTarget);
		if (within) return;
		if (field.control.read() === '') field.show(null);
		else check(field);
	});
}

function problemOf({ question, control }: Field): { focus: HTMLElement; label: string; words: string } {
	return {
		focus: control.focus,
		label: text(question.label),
		words: checkAnswer(question, control.read()) ?? '',
	};
}

function privacyLink(privacy: string): HTMLElement {
	const href = privacy.startsWith('https://') ? privacy : mw.util.getUrl(privacy);
	return h('a', { href, target: '_blank', rel: 'noopener' }, say('wikilearn-form-privacy-link'));
}
