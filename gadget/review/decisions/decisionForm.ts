import type { OutcomeOrRecusal } from '../../../shared/actions/mark.ts';
import { findContactDetails } from '../../../shared/rules/contactDetails.ts';
import { actionButton, PLAIN_BUTTON } from '../../ui/buttons.ts';
import { showRefusal, type Refusal } from '../../ui/notice.ts';
import { appendChildren, fill, h, labeledInput } from '../../ui/h.ts';
import { msg } from '../../ui/msg.ts';
import { createLabeledField } from '../../ui/fields.ts';
import { CHOICES, NOTE_LIMIT, type DecisionInput } from './decisionInput.ts';

interface DecisionForm {
	readonly element: HTMLElement;
	/** Selects an outcome, like its keyboard shortcut. */
	readonly choose: (choice: OutcomeOrRecusal) => void;
}

interface DecisionEvents {
	/** Publishes it on the wiki. Null: done. */
	readonly publish: (input: DecisionInput) => Promise<Refusal | null>;
	/** Saves it in this browser. */
	readonly saveDraft: (input: DecisionInput) => void;
}

/** The largest place that a mark can hold. */
const MAX_PLACE = 999_999;

let formCount = 0;

/**
 * A form to accept, waitlist, decline or recuse, with a note. The Enter key saves a draft.
 *
 * @param draft the saved draft, or null
 */
export function decisionForm(draft: DecisionInput | null, events: DecisionEvents): DecisionForm {
	const fields = createDecisionFields(`wikilearn-decision-${++formCount}`);
	const labels = {
		idle: 'wikilearn-review-save',
		busy: 'wikilearn-review-saving',
		className: PLAIN_BUTTON,
	} as const;
	const { button: publishButton, messages } = actionButton(labels, async () => {
		const input = validate(fields.read());
		return 'kind' in input ? input : events.publish(input);
	});
	const saveDraft = (event: Event): void => {
		event.preventDefault();
		const input = validate(fields.read());
		fill(messages);
		if ('kind' in input) showRefusal(messages, input);
		else events.saveDraft(input);
	};
	const element = h('form', {
		class: 'wikilearn-decision-form',
		novalidate: true,
		oninput: fields.showRelevantFields,
		onsubmit: saveDraft,
	});
	const draftButton = h(
		'button',
		{ class: 'wikilearn-button wikilearn-primary' },
		msg('wikilearn-review-prepare'),
	);
	appendChildren(
		element,
		...fields.elements,
		messages,
		h('div', { class: 'wikilearn-actions' }, draftButton, ' ', publishButton),
	);
	if (draft) fields.write(draft);
	return { element, choose: fields.choose };
}

/** Returns the input if it is valid, otherwise why it is not. */
function validate(input: DecisionInput | null): DecisionInput | Refusal {
	if (!input) return { kind: 'refused', message: msg('wikilearn-review-choose') };
	if (findContactDetails(input.note).length === 0) return input;
	return { kind: 'refused', message: msg('wikilearn-review-note-contact') };
}

/** The form's fields. */
function createDecisionFields(id: string) {
	const { options, element: verdictField } = createVerdictField(id);
	const noteInput = h('textarea', {
		id: `${id}-note`,
		class: 'wikilearn-input',
		rows: 2,
		maxlength: NOTE_LIMIT,
	});
	const placeInput = h('input', {
		id: `${id}-place`,
		class: 'wikilearn-input',
		type: 'number',
		min: 1,
		max: MAX_PLACE,
		step: 1,
	});
	const noteField = createLabeledField(noteInput, 'wikilearn-review-note', 'wikilearn-review-note-how');
	const placeField = createLabeledField(placeInput, 'wikilearn-review-place', 'wikilearn-review-place-how');

	/** Null if nothing is selected. */
	const selectedVerdict = (): OutcomeOrRecusal | null =>
		options.find(({ radio }) => radio.checked)?.choice ?? null;
	const select = (choice: OutcomeOrRecusal): HTMLInputElement | undefined => {
		const radio = options.find((candidate) => candidate.choice === choice)?.radio;
		if (radio) radio.checked = true;
		showRelevantFields();
		return radio;
	};
	/** Shows the fields for the selected outcome. */
	const showRelevantFields = (): void => {
		const choice = selectedVerdict();
		noteField.hidden = choice === 'recused';
		placeField.hidden = choice !== 'waitlisted';
	};
	showRelevantFields();
	return {
		elements: [verdictField, noteField, placeField],
		read(): DecisionInput | null {
			const choice = selectedVerdict();
			if (choice === null) return null;
			const requestedPlace = choice === 'waitlisted' ? Math.floor(Number(placeInput.value)) : 0;
			return {
				verdict: choice,
				place: requestedPlace >= 1 && requestedPlace <= MAX_PLACE ? requestedPlace : null,
				note: choice === 'recused' ? '' : noteInput.value.trim(),
			};
		},
		write(input: DecisionInput) {
			noteInput.value = input.note;
			placeInput.value = input.place === null ? '' : String(input.place);
			select(input.verdict);
		},
		choose: (choice: OutcomeOrRecusal): void => select(choice)?.focus(),
		showRelevantFields,
	};
}

/** Radio buttons for the outcomes. */
function createVerdictField(id: string) {
	const options = CHOICES.map(({ choice, key }) => {
		const radio = h('input', { type: 'radio', name: id, id: `${id}-${choice}`, value: choice });
		const label = msg(`wikilearn-review-choice-${choice}`);
		return { choice, radio, row: labeledInput(radio, label, ' ', h('kbd', { 'aria-hidden': 'true' }, key)) };
	});
	const legend = h('legend', {}, msg('wikilearn-review-decide'));
	const rows = options.map(({ row }) => row);
	return { options, element: h('fieldset', { class: 'wikilearn-field' }, legend, ...rows) };
}
