import { h } from './h.ts';
import { msg, type MessageKey } from './msg.ts';

type NativeControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A control with its label and optional reason. */
export function createLabeledField(
	control: NativeControl,
	label: MessageKey,
	hint?: MessageKey,
): HTMLElement {
	const hintElement = hint && h('p', { class: 'wikilearn-reason', id: `${control.id}-how` }, msg(hint));
	if (hintElement) control.setAttribute('aria-describedby', hintElement.id);
	const labelElement = h('label', { for: control.id }, msg(label));
	return h('div', { class: 'wikilearn-field' }, labelElement, hintElement, control);
}

/** A select element. @param options values with their labels */
export function createSelect(
	id: string,
	options: readonly (readonly [value: string, words: string])[],
	selected: string,
	onSelect: (value: string) => void,
): HTMLSelectElement {
	const items = options.map(([value, label]) => h('option', { value, selected: value === selected }, label));
	const select = h('select', { id, class: 'wikilearn-input' }, ...items);
	select.addEventListener('change', () => {
		onSelect(select.value);
	});
	return select;
}
