import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import { WikiError } from '../../shared/wiki.ts';
import { busyButton } from '../form/busyButton.ts';
import { fill, h } from '../form/h.ts';
import { showNotice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import type { Choice } from './choices.ts';
import { decisionFields } from './decisionFields.ts';
import type { WantedMark } from './placeMark.ts';
import type { Reviewing } from './reviewing.ts';
import { willRead } from './willRead.ts';

export interface DecisionForm {
	readonly element: HTMLElement;
	choose(choice: Choice): void;
	/** Says why nothing was saved; what was written stays. */
	refuse(words: string): void;
}

export interface DecisionEvents {
	/** Saves it on the wiki. @throws WikiError */
	readonly save: (mark: WantedMark) => Promise<void>;
	/** Keeps it in this browser. */
	readonly prepare: (mark: WantedMark) => void;
}

let forms = 0;

/**
 * Accept, waitlist, decline or step aside, with a note; previewed as it will read.
 *
 * @param before what was prepared, or null
 * @param first which of the two buttons comes first, and is what the Enter key does
 */
export function decisionForm(
	reviewing: Reviewing,
	title: string,
	before: WantedMark | null,
	first: 'save' | 'prepare',
	events: DecisionEvents,
): DecisionForm {
	const fields = decisionFields(`wikilearn-decision-${++forms}`);
	const preview = willRead(reviewing, title, () => fields.read());
	const messages = h('div');
	const refuse = (words: string): void => {
		showNotice(messages, 'error', words);
	};
	/** What is to be done, once there is something. */
	const ready = (): WantedMark | null => {
		const mark = fields.read();
		const problem = problemOf(mark);
		fill(messages);
		if (problem === null) return mark;
		refuse(problem);
		return null;
	};
	const changed = (): void => {
		fields.adapt();
		preview.changed();
	};
	const element = h('form', { class: 'wikilearn-decide', novalidate: true, oninput: changed });
	const actions = h('div', { class: 'wikilearn-actions' }, ...buttons(element, first, ready, refuse, events));
	for (const part of [...fields.elements, preview.element, messages, actions]) element.appendChild(part);
	if (before) fields.write(before);
	changed();
	return {
		element,
		choose(choice) {
			fields.choose(choice);
			changed();
		},
		refuse,
	};
}

function problemOf(mark: WantedMark | null): string | null {
	if (!mark) return say('wikilearn-review-choose');
	const isPrivate = mark.kind === 'decision' && findContactDetails(mark.note).length > 0;
	return isPrivate ? say('wikilearn-review-note-contact') : null;
}

function buttons(
	form: HTMLElement,
	first: 'save' | 'prepare',
	ready: () => WantedMark | null,
	refuse: (words: string) => void,
	events: DecisionEvents,
): readonly (HTMLElement | string)[] {
	const { button: save, once } = busyButton('button', {
		idle: 'wikilearn-review-save',
		busy: 'wikilearn-review-saving',
	});
	const saveNow = once(async () => {
		const mark = ready();
		if (!mark) return;
		await events.save(mark).catch((error: unknown) => {
			if (!(error instanceof WikiError)) throw error;
			refuse(say('wikilearn-review-lost'));
		});
	});
	const prepareNow = (event: Event): void => {
		event.preventDefault();
		const mark = ready();
		if (mark) events.prepare(mark);
	};
	const prepare = h('button', { class: 'wikilearn-button' }, say('wikilearn-review-prepare'));
	const [main, other] = first === 'save' ? [save, prepare] : [prepare, save];
	main.type = 'submit';
	main.classList.add('wikilearn-primary');
	other.type = 'button';
	other.classList.remove('wikilearn-primary');
	other.addEventListener('click', first === 'save' ? prepareNow : saveNow);
	form.addEventListener('submit', first === 'save' ? saveNow : prepareNow);
	return [main, ' ', other];
}
