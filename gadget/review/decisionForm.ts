import type { Verdict } from '../../shared/actions/mark.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import { WikiError } from '../../shared/wiki.ts';
import { busyButton } from '../form/busyButton.ts';
import { add, fill, h } from '../form/h.ts';
import { showNotice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import { decisionFields } from './decisionFields.ts';
import type { Wanted } from './wanted.ts';

export interface DecisionForm {
	readonly element: HTMLElement;
	choose(choice: Verdict): void;
	/** Says why nothing was saved; what was written stays. */
	refuse(words: string): void;
}

export interface DecisionEvents {
	/** Saves it on the wiki. @throws WikiError */
	readonly save: (wanted: Wanted) => Promise<void>;
	/** Keeps it in this browser. */
	readonly prepare: (wanted: Wanted) => void;
}

let forms = 0;

/**
 * Accept, waitlist, decline or step aside, with a note.
 *
 * @param before what was prepared, or null
 */
export function decisionForm(before: Wanted | null, events: DecisionEvents): DecisionForm {
	const fields = decisionFields(`wikilearn-decision-${++forms}`);
	const messages = h('div');
	const refuse = (words: string): void => {
		showNotice(messages, 'error', words);
	};
	/** What is to be done, once there is something. */
	const ready = (): Wanted | null => {
		const wanted = fields.read();
		const problem = problemOf(wanted);
		fill(messages);
		if (problem === null) return wanted;
		refuse(problem);
		return null;
	};
	const element = h('form', { class: 'wikilearn-decide', novalidate: true, oninput: fields.adapt });
	const actions = h('div', { class: 'wikilearn-actions' }, ...buttons(element, ready, refuse, events));
	add(element, ...fields.elements, messages, actions);
	if (before) fields.write(before);
	return { element, choose: fields.choose, refuse };
}

function problemOf(wanted: Wanted | null): string | null {
	if (!wanted) return say('wikilearn-review-choose');
	return findContactDetails(wanted.note).length > 0 ? say('wikilearn-review-note-contact') : null;
}

/** The Enter key prepares. */
function buttons(
	form: HTMLElement,
	ready: () => Wanted | null,
	refuse: (words: string) => void,
	events: DecisionEvents,
): readonly (HTMLElement | string)[] {
	const prepare = h(
		'button',
		{ class: 'wikilearn-button wikilearn-primary' },
		say('wikilearn-review-prepare'),
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const wanted = ready();
		if (wanted) events.prepare(wanted);
	});
	const { button: save, once } = busyButton('button', {
		idle: 'wikilearn-review-save',
		busy: 'wikilearn-review-saving',
	});
	save.classList.remove('wikilearn-primary');
	save.addEventListener(
		'click',
		once(async () => {
			const wanted = ready();
			if (!wanted) return;
			await events.save(wanted).catch((error: unknown) => {
				if (!(error instanceof WikiError)) throw error;
				refuse(say('wikilearn-review-lost'));
			});
		}),
	);
	return [prepare, ' ', save];
}
