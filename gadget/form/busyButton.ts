import { fill, h } from './h.ts';
import { say, type MessageKey } from './say.ts';

interface Words {
	readonly idle: MessageKey;
	readonly busy: MessageKey;
}

/**
 * A primary button, and what makes a listener of its work: while that lasts, a second press does nothing. The button
 * keeps the focus meanwhile, so it is not `disabled`.
 */
export function busyButton(type: 'button' | 'submit', words: Words) {
	const button = h('button', { type, class: 'wikilearn-button wikilearn-primary' }, say(words.idle));
	let busy = false;
	const set = (now: boolean): void => {
		busy = now;
		button.setAttribute('aria-disabled', String(now));
		fill(button, say(now ? words.busy : words.idle));
	};
	const once =
		(work: () => Promise<void>) =>
		(event: Event): void => {
			event.preventDefault();
			if (busy) return;
			set(true);
			void work().finally(() => {
				set(false);
			});
		};
	return { button, once };
}
