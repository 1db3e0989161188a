import { h } from '../form/h.ts';
import { say, type MessageKey } from '../form/say.ts';
import { choices, type Choice } from './choices.ts';
import type { WantedMark } from './placeMark.ts';

/** What is decided, as it is picked and written. */
export interface DecisionFields {
	readonly elements: readonly HTMLElement[];
	/** Null: nothing is picked yet. */
	read(): WantedMark | null;
	write(mark: WantedMark): void;
	/** Picks an answer, as its key does. */
	choose(choice: Choice): void;
	/** Shows what belongs to the answer that is picked. */
	adapt(): void;
}

export function decisionFields(id: string): DecisionFields {
	const radios = new Map(choices.map(({ choice }) => [choice, radioOf(id, choice)]));
	const note = h('textarea', { id: `${id}-note`, class: 'wikilearn-input', rows: 2, maxlength: 1000 });
	const place = h('input', { id: `${id}-place`, class: 'wikilearn-input', type: 'number', min: 1, step: 1 });
	const noteField = field(note, 'wikilearn-review-note', 'wikilearn-review-note-how');
	const placeField = field(place, 'wikilearn-review-place', 'wikilearn-review-place-how');

	const chosen = (): Choice | null =>
		choices.find(({ choice }) => radios.get(choice)?.checked)?.choice ?? null;
	const pick = (choice: Choice): void => {
		const radio = radios.get(choice);
		if (radio) radio.checked = true;
		adapt();
	};
	const adapt = (): void => {
		const choice = chosen();
		noteField.hidden = choice === 'recusal';
		placeField.hidden = choice !== 'waitlisted';
	};
	adapt();
	return {
		elements: [outcomeField(radios), noteField, placeField],
		read() {
			const choice = chosen();
			if (choice === null) return null;
			if (choice === 'recusal') return { kind: 'recusal' };
			const wanted = choice === 'waitlisted' ? Math.floor(Number(place.value)) : 0;
			return {
				kind: 'decision',
				outcome: choice,
				note: note.value.trim(),
				place: wanted >= 1 ? wanted : null,
			};
		},
		write(mark) {
			if (mark.kind === 'decision') {
				note.value = mark.note;
				place.value = mark.place === null ? '' : String(mark.place);
			}
			pick(mark.kind === 'recusal' ? 'recusal' : mark.outcome);
		},
		choose(choice) {
			pick(choice);
			radios.get(choice)?.focus();
		},
		adapt,
	};
}

function radioOf(id: string, choice: Choice): HTMLInputElement {
	return h('input', { type: 'radio', name: id, id: `${id}-${choice}`, value: choice });
}

function outcomeField(radios: ReadonlyMap<Choice, HTMLInputElement>): HTMLElement {
	const options = choices.map(({ choice, key }) => {
		const radio = radios.get(choice);
		const words = say(`wikilearn-review-choice-${choice}` as MessageKey);
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
