import { busyButton } from '../form/busyButton.ts';
import { add, fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import type { MessageKey } from '../form/say.ts';
import type { Refused } from '../form/sender.ts';

export interface Acting {
	readonly button: HTMLButtonElement;
	/** Where it says what the matter is, and asks what the wiki wants to know. */
	readonly messages: HTMLElement;
}

/**
 * A button that does something on the wiki: once at a time, and again where it did not come about.
 *
 * @param act null: done
 */
export function acting(idle: MessageKey, act: () => Promise<Refused | null>): Acting {
	const messages = h('div');
	const { button, once } = busyButton('button', { idle, busy: 'wikilearn-form-sending' });
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
	const box = notice('error', h('p', {}, words));
	add(box, more);
	fill(place, box);
	box.focus();
}
