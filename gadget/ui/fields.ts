import { h } from './h.ts';
import { say, type MessageKey } from './msg.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A control below its name and, where there is one, its reason. */
export function fieldOf(control: Control, label: MessageKey, how?: MessageKey): HTMLElement {
	const reason = how && h('p', { class: 'wikilearn-reason', id: `${control.id}-how` }, say(how));
	if (reason) control.setAttribute('aria-describedby', reason.id);
	const name = h('label', { for: control.id }, say(label));
	return h('div', { class: 'wikilearn-field' }, name, reason, control);
}

/** A list to choose from. @param options values with their words */
export function selectOf(
	id: string,
	options: readonly (readonly [value: string, words: string])[],
	wanted: string,
	choose: (value: string) => void,
): HTMLSelectElement {
	const items = options.map(([value, words]) => h('option', { value, selected: value === wanted }, words));
	const select = h('select', { id, class: 'wikilearn-input' }, ...items);
	select.addEventListener('change', () => {
		choose(select.value);
	});
	return select;
}
