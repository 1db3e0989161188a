import { fill, h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import type { Control } from './field.ts';

interface InputOptions {
	readonly id: string;
	readonly type?: string;
	readonly attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>;
	/** Values that the browser suggests. */
	readonly suggestions?: readonly (readonly [value: string, label: string])[];
}

/** A single line: text, number, email address, language or wiki. */
export function singleLineControl({
	id,
	type = 'text',
	attributes,
	suggestions = [],
}: InputOptions): Control {
	const list = suggestions.length ? `${id}-suggestions` : null;
	const input = h('input', { id, type, list, class: 'wikilearn-input', ...attributes });
	const options = suggestions.map(([value, label]) => h('option', { value, label }));
	const element = list === null ? input : h('div', {}, input, h('datalist', { id: list }, ...options));
	return { element, focusTarget: input, labelKind: 'label', ...valueAccessors(input, true) };
}

/** Several lines, with a counter if there is a limit. */
export function multiLineControl(id: string, limits: { readonly max?: number | undefined }): Control {
	const area = h('textarea', { id, rows: 6, dir: 'auto', class: 'wikilearn-input' });
	const { max } = limits;
	if (max === undefined)
		return { element: area, focusTarget: area, labelKind: 'label', ...valueAccessors(area, false) };
	const counter = h('p', { class: 'wikilearn-counter' });
	let announced = countThresholdsPassed(max);
	const updateCounter = (): void => {
		const remaining = max - Array.from(area.value.trim()).length;
		const passed = countThresholdsPassed(remaining);
		// Announce only when a threshold is passed, not on every key.
		counter.setAttribute('aria-live', passed === announced ? 'off' : 'polite');
		announced = passed;
		fill(
			counter,
			remaining < 0 ? msg('wikilearn-form-too-long', max, -remaining) : msg('wikilearn-form-left', remaining),
		);
	};
	area.addEventListener('input', updateCounter);
	updateCounter();
	const { read, write } = valueAccessors(area, false);
	return {
		element: h('div', {}, area, counter),
		focusTarget: area,
		labelKind: 'label',
		read,
		write(answer) {
			write(answer);
			updateCounter();
		},
	};
}

/** The numbers of remaining characters that screen readers announce. */
const THRESHOLDS = [100, 20, 0, -1];

function countThresholdsPassed(remaining: number): number {
	return THRESHOLDS.filter((threshold) => remaining <= threshold).length;
}

function valueAccessors(
	element: HTMLInputElement | HTMLTextAreaElement,
	isSingleLine: boolean,
): Pick<Control, 'read' | 'write'> {
	return {
		read: () => (isSingleLine ? element.value.replace(/\s+/g, ' ') : element.value).trim(),
		write(answer) {
			element.value = answer;
		},
	};
}
