import { busyButton } from '../form/busyButton.ts';
import { fill, h } from '../form/h.ts';
import { showNotice } from '../form/notice.ts';
import type { MessageKey } from '../form/say.ts';

/**
 * A button that adds something to the log.
 *
 * @param act why it was not done, in words, or null
 * @param done called once it is there
 */
export function logButton(
	idle: MessageKey,
	act: () => Promise<string | null>,
	done: () => void,
): { readonly button: HTMLButtonElement; readonly messages: HTMLElement } {
	const messages = h('div');
	const { button, once } = busyButton('button', { idle, busy: 'wikilearn-review-saving' });
	button.addEventListener(
		'click',
		once(async () => {
			fill(messages);
			const why = await act();
			if (why === null) done();
			else showNotice(messages, 'error', why);
		}),
	);
	return { button, messages };
}
