import type { Verdict } from '../../shared/actions/mark.ts';
import { h } from '../form/h.ts';
import { say, type MessageKey } from '../form/say.ts';
import { choices } from './choices.ts';
import { NOTE_LIMIT, type Wanted } from './wanted.ts';

/** What is decided, as it is picked and written. */
export interface DecisionFields {
	readonly elements: readonly HTMLElement[];
	/** Null: nothing is picked yet. */
	read(): Wanted | null;
	write(wanted: Wanted): void;
	/** Picks an answer, as its key does. */
	readonly choose: (choice: Verdict) => void;
	/** Shows what belongs to the answer that is picked. */
	readonly adapt: () => void;
}

/** A mark holds no larger number. */
const MOST_PLACES = 999_999;

export function decisionFields(id: string): DecisionFields {
	const radios = new Map(choices.map(({ choice }) => [choice, radioOf(id, choice)]));
	const note = h('textarea', { id: `${id}-note`, class: 'wikilearn-input', rows: 2, maxlength: NOTE_LIMIT });
	const place = h('input', {
		id: `${id}-place`,
		class: 'wikilearn-input',
		type: 'number',
		min: 1,
		max: MOST_PLACES,
		step: 1,
	});
	const noteField = field(note, 'wikilearn-review-note', 'wikilearn-review-note-how');
	const placeField = field(place, 'wikilearn-review-place', 'wikilearn-review-place-how');

	const chosen = (): Verdict | null =>
		choices.find(({ choice }) => radios.get(choice)?.checked)?.choice ?? null;
	const pick = (choice: Verdict): void => {
		const radio = radios.get(choice);
		if (radio) radio.checked = true;
		adapt();
	};
	const adapt = (): void => {
		const choice = chosen();
		noteField.hidden = choice === 'recused';
		placeField.hidden = choice !== 'waitlisted';
	};
	adapt();
	return {
		elements: [outcomeField(radios), noteField, placeField],
		read() {
			const choice = chosen();
			if (choice === null) return null;
			const wanted = choice === 'waitlisted' ? Math.floor(Number(place.value)) : 0;
			return {
				verdict: choice,
				place: wanted >= 1 && wanted <= MOST_PLACES ? wanted : null,
				note: choice === 'recused' ? '' : note.value.trim(),
			};
		},
		write(wanted) {
			note.value = wanted.note;
			place.value = wanted.place === null ? '' : String(wanted.place);
			pick(wanted.verdict);
		},
		choose(choice) {
			pick(choice);
			radios.get(choice)?.focus();
		},
		adapt,
	};
}

function radioOf(id: string, choice: Verdict): HTMLInputElement {
	return h('input', { type: 'radio', name: id, id: `${id}-${choice}`, value: choice });
}

function outcomeField(radios: ReadonlyMap<Verdict, HTMLInputElement>): HTMLElement {
	const options = choices.map(({ choice, key }) => {
		const radio = radios.get(choice);
		const words = say(`wikilearn-review-choice-${choice}`);
		return h(
			'div',
			{ class: 'wikilearn-option' },
			radio,
			h('label', { for: radio?.id }, words, ' ', h('kbd', { 'aria-hidden': 'true' }, key)),
		);
	});
	return h(
		'fieldset',
		{ class: 'wikilearn-field' },
		h('legend', {}, say('wikilearn-review-decide')),
		...options,
	);
}

function field(
	control: HTMLInputElement | HTMLTextAreaElement,
	label: MessageKey,
	how: MessageKey,
): HTMLElement {
	const reason = h('p', { class: 'wikilearn-reason', id: `${control.id}-how` }, say(how));
	control.setAttribute('aria-describedby', reason.id);
	return h('div', { class: 'wikilearn-field' }, h('label', { for: control.id }, say(label)), reason, control);
}
