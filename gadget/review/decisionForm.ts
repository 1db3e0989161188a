import type { Verdict } from '../../shared/actions/mark.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import { actionButton, PLAIN, showRefused } from '../ui/buttons.ts';
import { add, fill, h, option } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import type { Refused } from '../ui/refused.ts';
import { fieldOf } from '../ui/fields.ts';
import { choices, NOTE_LIMIT, type Wanted } from './wanted.ts';

export interface DecisionForm {
	readonly element: HTMLElement;
	/** Picks an answer, as its key does. */
	readonly choose: (choice: Verdict) => void;
}

export interface DecisionEvents {
	/** Saves it on the wiki. Null: done. */
	readonly save: (wanted: Wanted) => Promise<Refused | null>;
	/** Keeps it in this browser. */
	readonly prepare: (wanted: Wanted) => void;
}

/** A mark holds no larger number. */
const MOST_PLACES = 999_999;

let forms = 0;

/**
 * Accept, waitlist, decline or step aside, with a note. The Enter key prepares.
 *
 * @param before what was prepared, or null
 */
export function decisionForm(before: Wanted | null, events: DecisionEvents): DecisionForm {
	const fields = decisionFields(`wikilearn-decision-${++forms}`);
	const look = { idle: 'wikilearn-review-save', busy: 'wikilearn-review-saving', look: PLAIN } as const;
	const { button: save, messages } = actionButton(look, async () => {
		const wanted = checked(fields.read());
		return 'kind' in wanted ? wanted : events.save(wanted);
	});
	const prepare = (event: Event): void => {
		event.preventDefault();
		const wanted = checked(fields.read());
		fill(messages);
		if ('kind' in wanted) showRefused(messages, wanted);
		else events.prepare(wanted);
	};
	const element = h('form', {
		class: 'wikilearn-decide',
		novalidate: true,
		oninput: fields.adapt,
		onsubmit: prepare,
	});
	const first = h('button', { class: 'wikilearn-button wikilearn-primary' }, say('wikilearn-review-prepare'));
	add(element, ...fields.elements, messages, h('div', { class: 'wikilearn-actions' }, first, ' ', save));
	if (before) fields.write(before);
	return { element, choose: fields.choose };
}

/** What is to be done, once there is something; or why it cannot be. */
function checked(wanted: Wanted | null): Wanted | Refused {
	if (!wanted) return { kind: 'refused', words: say('wikilearn-review-choose') };
	if (findContactDetails(wanted.note).length === 0) return wanted;
	return { kind: 'refused', words: say('wikilearn-review-note-contact') };
}

/** What is decided, as it is picked and written. */
function decisionFields(id: string) {
	const { options, element: outcomes } = outcomeField(id);
	const note = h('textarea', { id: `${id}-note`, class: 'wikilearn-input', rows: 2, maxlength: NOTE_LIMIT });
	const place = h('input', {
		id: `${id}-place`,
		class: 'wikilearn-input',
		type: 'number',
		min: 1,
		max: MOST_PLACES,
		step: 1,
	});
	const noteField = fieldOf(note, 'wikilearn-review-note', 'wikilearn-review-note-how');
	const placeField = fieldOf(place, 'wikilearn-review-place', 'wikilearn-review-place-how');

	/** Null: nothing is picked yet. */
	const chosen = (): Verdict | null => options.find(({ radio }) => radio.checked)?.choice ?? null;
	const pick = (choice: Verdict): HTMLInputElement | undefined => {
		const radio = options.find((one) => one.choice === choice)?.radio;
		if (radio) radio.checked = true;
		adapt();
		return radio;
	};
	/** Shows what belongs to the answer that is picked. */
	const adapt = (): void => {
		const choice = chosen();
		noteField.hidden = choice === 'recused';
		placeField.hidden = choice !== 'waitlisted';
	};
	adapt();
	return {
		elements: [outcomes, noteField, placeField],
		read(): Wanted | null {
			const choice = chosen();
			if (choice === null) return null;
			const wanted = choice === 'waitlisted' ? Math.floor(Number(place.value)) : 0;
			return {
				verdict: choice,
				place: wanted >= 1 && wanted <= MOST_PLACES ? wanted : null,
				note: choice === 'recused' ? '' : note.value.trim(),
			};
		},
		write(wanted: Wanted) {
			note.value = wanted.note;
			place.value = wanted.place === null ? '' : String(wanted.place);
			pick(wanted.verdict);
		},
		choose: (choice: Verdict): void => pick(choice)?.focus(),
		adapt,
	};
}

/** What can be said, to be picked from. */
function outcomeField(id: string) {
	const options = choices.map(({ choice, key }) => {
		const radio = h('input', { type: 'radio', name: id, id: `${id}-${choice}`, value: choice });
		const words = say(`wikilearn-review-choice-${choice}`);
		return { choice, radio, row: option(radio, words, ' ', h('kbd', { 'aria-hidden': 'true' }, key)) };
	});
	const legend = h('legend', {}, say('wikilearn-review-decide'));
	const rows = options.map(({ row }) => row);
	return { options, element: h('fieldset', { class: 'wikilearn-field' }, legend, ...rows) };
}
