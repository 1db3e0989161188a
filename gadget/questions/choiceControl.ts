import type { LocalText } from '../../shared/programme/schema.ts';
import type { Control } from './field.ts';
import { h, labeledInput } from '../ui/h.ts';
import { msg, localizeText } from '../ui/msg.ts';

interface Option {
	readonly id: string;
	readonly label: LocalText;
}

/** Radio buttons, or checkboxes if `isMultiple`. The answer is option ids in the format of `writeAnswer`. */
export function choiceControl(id: string, options: readonly Option[], isMultiple: boolean): Control {
	const type = isMultiple ? 'checkbox' : 'radio';
	const inputs: HTMLInputElement[] = [];
	const rows = options.map(({ id: value, label }, index) => {
		const input = h('input', { id: `${id}-${index}`, type, name: id, value });
		inputs.push(input);
		return labeledInput(input, localizeText(label));
	});
	const element = h('div', {}, ...rows);
	return {
		element,
		focusTarget: inputs[0] ?? element,
		labelKind: 'legend',
		read: () =>
			inputs
				.filter((input) => input.checked)
				.map((input) => input.value)
				.join(', '),
		write(answer) {
			const chosen = answer.split(/[,\n]/).map((part) => part.trim());
			for (const input of inputs) input.checked = chosen.includes(input.value);
		},
	};
}

/** A checkbox for a commitment. The answer is `yes` or empty. */
export function commitmentControl(id: string, label: LocalText, required: boolean): Control {
	const input = h('input', { id, type: 'checkbox' });
	const optionalMark = required ? '' : ` ${msg('wikilearn-form-optional')}`;
	return {
		element: labeledInput(input, localizeText(label) + optionalMark),
		focusTarget: input,
		labelKind: 'none',
		read: () => (input.checked ? 'yes' : ''),
		write(answer) {
			input.checked = answer === 'yes';
		},
	};
}
