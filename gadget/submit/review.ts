import { actionButton, plainButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import type { Refused } from '../ui/refused.ts';

export interface Review {
	/** The page as it will be. */
	readonly preview: HTMLElement;
	/** What is sent beside it, not to be public. */
	readonly address: string | null;
	readonly back: () => void;
	/** Null: done. */
	readonly send: () => Promise<Refused | null>;
}

/** Check your answers: the page, what goes to the team alone, and a button that sends it all. */
export function reviewView({ preview, address, back, send }: Review): HTMLElement {
	const heading = h('h3', { id: 'wikilearn-review' }, say('wikilearn-form-review'));
	const { button, messages } = actionButton(
		{ idle: 'wikilearn-form-send', busy: 'wikilearn-form-sending' },
		send,
	);
	return h(
		'section',
		{ class: 'wikilearn-review', 'aria-labelledby': heading.id },
		heading,
		h('p', {}, say('wikilearn-form-review-how')),
		h('div', { class: 'wikilearn-card' }, preview),
		address === null ? null : h('p', {}, say('wikilearn-form-review-email', address)),
		messages,
		h('div', { class: 'wikilearn-actions' }, button, ' ', plainButton('wikilearn-form-back', back)),
	);
}
