import { fill, h } from './h.ts';
import { showNotice } from './notice.ts';
import { say, type MessageKey } from './msg.ts';
import type { Refused } from './refused.ts';

/** What stands on a button at rest and while it works, and how it looks; as the one that matters most if left out. */
export interface Words {
	readonly idle: MessageKey;
	readonly busy: MessageKey;
	readonly look?: string;
}

export const PLAIN = 'wikilearn-button';
export const SMALL = 'wikilearn-button wikilearn-small';
const PRIMARY = 'wikilearn-button wikilearn-primary';

/** A button whose work is done at once. */
export function plainButton(key: MessageKey, onclick: () => void): HTMLButtonElement {
	return h('button', { type: 'button', class: PLAIN, onclick }, say(key));
}

/**
 * A button, and what makes a listener of its work: while that lasts, a second press does nothing. The button keeps the
 * focus meanwhile, so it is not `disabled`.
 */
export function busyButton(type: 'button' | 'submit', { idle, busy, look = PRIMARY }: Words) {
	const button = h('button', { type, class: look }, say(idle));
	let isBusy = false;
	const set = (now: boolean): void => {
		isBusy = now;
		button.setAttribute('aria-disabled', String(now));
		fill(button, say(now ? busy : idle));
	};
	const once =
		(work: () => Promise<void>) =>
		(event: Event): void => {
			event.preventDefault();
			if (isBusy) return;
			set(true);
			void work().finally(() => {
				set(false);
			});
		};
	return { button, once };
}

export interface ActionButton {
	readonly button: HTMLButtonElement;
	/** Where it says what the matter is, and asks what the wiki wants to know. */
	readonly messages: HTMLElement;
}

/**
 * A button that does something on the wiki: once at a time, and again where it did not come about.
 *
 * @param act null: done
 */
export function actionButton(words: Words, act: () => Promise<Refused | null>): ActionButton {
	const messages = h('div');
	const { button, once } = busyButton('button', words);
	button.addEventListener(
		'click',
		once(async () => {
			fill(messages);
			const refused = await act();
			if (refused) showRefused(messages, refused);
		}),
	);
	return { button, messages };
}

export function showRefused(place: HTMLElement, { words, more }: Refused): void {
	showNotice(place, 'error', h('p', {}, words), ...(more ? [more] : []));
}

/** A button that asks to be sure before another does what cannot be undone here. */
export function confirmButton(
	begin: MessageKey,
	sure: string,
	{ button: yes, messages }: ActionButton,
	no: MessageKey,
): HTMLElement {
	const place = h('div');
	const beginning = plainButton(begin, () => {
		fill(place, question);
		yes.focus();
	});
	const cancel = plainButton(no, () => {
		fill(messages);
		fill(place, beginning);
		beginning.focus();
	});
	const question = h('div', {}, h('p', {}, sure), messages, yes, ' ', cancel);
	fill(place, beginning);
	return place;
}
