import type { Course, Programme } from '../../shared/programme/schema.ts';
import { busyButton } from '../ui/buttons.ts';
import { checkAnswer } from './checkAnswer.ts';
import { createField, type Field } from './field.ts';
import { fill, h } from '../ui/h.ts';
import { problemSummary, type Problem } from './problemSummary.ts';
import { createControl } from './createControl.ts';
import { say, text } from '../ui/msg.ts';
import type { Answers } from '../course/applying.ts';

let pressed = false;
const listen = (event: string, now: boolean): void => {
	document.addEventListener(event, () => (pressed = now), true);
};
listen('pointerdown', true);
listen('pointerup', false);
listen('pointercancel', false);

/**
 * Acts now, or once the pointer that is down is up again: what it presses would slip away from under it when words appear
 * above, and the click would be lost.
 */
function afterPress(act: () => void): void {
	if (!pressed) {
		act();
		return;
	}
	const later = (): void => {
		document.removeEventListener('pointerup', later);
		document.removeEventListener('pointercancel', later);
		// After the click, which comes right behind.
		setTimeout(act);
	};
	document.addEventListener('pointerup', later);
	document.addEventListener('pointercancel', later);
}

/** What the form is given for its answers. */
export interface Sending {
	holdsContact(answer: string): boolean;
	/** Waited for before all answers are checked. */
	prepare(): Promise<unknown>;
	/** Called once nothing is wrong. */
	send(answers: Answers): Promise<void>;
}

export interface QuestionForm {
	readonly element: HTMLElement;
	/** Where messages about sending go. */
	readonly messages: HTMLElement;
	/** Where people come back to from checking their answers. */
	readonly button: HTMLElement;
	read(): Answers;
	/** Fills in what is given and leaves the rest. */
	write(answers: Answers): void;
	clear(): void;
	/** To the first question. */
	focus(): void;
}

/** The questions of a course with a button. */
export function questionForm(programme: Programme, course: Course, sending: Sending): QuestionForm {
	const fields = course.questions.map((question) => {
		const id = `wikilearn-${course.id}-${question.id}`;
		return createField(question, createControl(question, id), id);
	});
	const summary = problemSummary();
	const messages = h('div');
	const { button, once } = busyButton('submit', {
		idle: 'wikilearn-form-check',
		busy: 'wikilearn-form-checking',
	});
	const submit = async (): Promise<void> => {
		fill(messages);
		await sending.prepare();
		const wrong = fields.map((field) => check(field, sending)).filter((problem) => problem !== null);
		summary.show(wrong);
		if (!wrong.length) await sending.send(readAll(fields));
	};
	const element = h(
		'form',
		{ class: 'wikilearn-form', novalidate: true, onsubmit: once(submit) },
		summary.element,
		h('p', {}, say('wikilearn-form-public')),
		...fields.map((field) => field.element),
		h('p', {}, say('wikilearn-form-privacy'), ' ', privacyLink(programme.privacy)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button),
	);
	for (const field of fields) checkWhenLeft(field, sending);
	return {
		element,
		messages,
		button,
		read: () => readAll(fields),
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
			fields[0]?.control.focus.focus();
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

/** Shows what is wrong with a field, and gives it for the summary. */
function check(field: Field, sending: Sending): Problem | null {
	const { question, control } = field;
	const words = checkAnswer(question, control.read(), (answer) => sending.holdsContact(answer));
	field.show(words);
	return words === null ? null : { focus: control.focus, label: text(question.label), words };
}

/** An answer is checked when its field is left; an empty one only when all is sent. */
function checkWhenLeft(field: Field, sending: Sending): void {
	field.element.addEventListener('focusout', (event) => {
		const within = event.relatedTarget instanceof Node && field.element.contains(event.relatedTarget);
		if (within) return;
		afterPress(() => {
			if (field.control.read() === '') field.show(null);
			else check(field, sending);
		});
	});
}

function privacyLink(privacy: string): HTMLElement {
	const href = privacy.startsWith('https://') ? privacy : mw.util.getUrl(privacy);
	return h('a', { href, target: '_blank', rel: 'noopener' }, say('wikilearn-form-privacy-link'));
}
