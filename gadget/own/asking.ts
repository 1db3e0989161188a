import { fill, h } from '../form/h.ts';
import { say, type MessageKey } from '../form/say.ts';
import type { Refused } from '../form/sender.ts';
import { acting } from './acting.ts';

/** The button; then the question, with the one that does it and the one that does not. */
export interface Asked {
	readonly begin: MessageKey;
	readonly sure: MessageKey;
	readonly yes: MessageKey;
	readonly no: MessageKey;
}

/** A button that asks once to be sure before it does what cannot be undone here. @param act null: done */
export function asking(asked: Asked, act: () => Promise<Refused | null>): HTMLElement {
	const place = h('div', { class: 'wikilearn-asking' });
	const { button: yes, messages } = acting(asked.yes, act);
	const begin = plainButton(asked.begin, () => {
		fill(place, question);
		yes.focus();
	});
	const no = plainButton(asked.no, () => {
		fill(messages);
		fill(place, begin);
		begin.focus();
	});
	const question = h('div', {}, h('p', {}, say(asked.sure)), messages, yes, ' ', no);
	fill(place, begin);
	return place;
}

function plainButton(key: MessageKey, onclick: () => void): HTMLElement {
	return h('button', { type: 'button', class: 'wikilearn-button', onclick }, say(key));
}
