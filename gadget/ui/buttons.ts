import { fill, h } from './h.ts';
import { showRefusal, type Refusal } from './notice.ts';
import { msg, type MessageKey } from './msg.ts';

/** A button's labels when idle and busy, and its style; primary by default. */
export interface ButtonLabels {
	readonly idle: MessageKey;
	readonly busy: MessageKey;
	readonly className?: string;
}

export const PLAIN_BUTTON = 'wikilearn-button';
export const SMALL_BUTTON = 'wikilearn-button wikilearn-small';
const PRIMARY_BUTTON = 'wikilearn-button wikilearn-primary';

/** A button with a synchronous action. */
export function plainButton(key: MessageKey, onclick: () => void): HTMLButtonElement {
	return h('button', { type: 'button', class: PLAIN_BUTTON, onclick }, msg(key));
}

/**
 * A button, and a function that wraps its work into a listener, which ignores further presses while busy. The button is
 * not `disabled`, so that it keeps the focus.
 */
export function busyButton(
	type: 'button' | 'submit',
	{ idle, busy, className = PRIMARY_BUTTON }: ButtonLabels,
) {
	const button = h('button', { type, class: className }, msg(idle));
	let isBusy = false;
	const setBusy = (isNowBusy: boolean): void => {
		isBusy = isNowBusy;
		button.setAttribute('aria-disabled', String(isNowBusy));
		fill(button, msg(isNowBusy ? busy : idle));
	};
	const ignoreWhileBusy =
		(work: () => Promise<void>) =>
		(event: Event): void => {
			event.preventDefault();
			if (isBusy) return;
			setBusy(true);
			void work().finally(() => {
				setBusy(false);
			});
		};
	return { button, ignoreWhileBusy };
}

export interface ActionButton {
	readonly button: HTMLButtonElement;
	/** The container for errors and CAPTCHAs. */
	readonly messages: HTMLElement;
}

/**
 * A button for an action on the wiki. Ignores presses while busy, and can be pressed again after a failure.
 *
 * @param act null: done
 */
export function actionButton(labels: ButtonLabels, act: () => Promise<Refusal | null>): ActionButton {
	const messages = h('div');
	const { button, ignoreWhileBusy } = busyButton('button', labels);
	button.addEventListener(
		'click',
		ignoreWhileBusy(async () => {
			fill(messages);
			const refusal = await act();
			if (refusal) showRefusal(messages, refusal);
		}),
	);
	return { button, messages };
}

/** A button that asks for confirmation before an action that cannot be undone here. */
export function confirmButton(
	openKey: MessageKey,
	question: string,
	{ button: confirm, messages }: ActionButton,
	cancelKey: MessageKey,
): HTMLElement {
	const container = h('div');
	const openButton = plainButton(openKey, () => {
		fill(container, confirmation);
		confirm.focus();
	});
	const cancelButton = plainButton(cancelKey, () => {
		fill(messages);
		fill(container, openButton);
		openButton.focus();
	});
	const confirmation = h('div', {}, h('p', {}, question), messages, confirm, ' ', cancelButton);
	fill(container, openButton);
	return container;
}
