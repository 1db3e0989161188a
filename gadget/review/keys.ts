import { h, option } from '../ui/h.ts';
import { say, type MessageKey } from '../ui/msg.ts';

/** A key of one letter, what it is for, and what it does. */
export interface Shortcut {
	readonly key: string;
	readonly words: MessageKey;
	readonly act: () => void;
}

const OFF = 'wikilearn-review-keys-off';

/**
 * Listens for keys, but not while somebody writes, and gives the list of them with a switch: who speaks to their
 * computer can turn them off.
 */
export function listenForKeys(shortcuts: readonly Shortcut[]): HTMLElement {
	const isOn = h('input', { type: 'checkbox', id: OFF, checked: mw.storage.get(OFF) !== '1' });
	isOn.addEventListener('change', () => {
		if (isOn.checked) mw.storage.remove(OFF);
		else mw.storage.set(OFF, '1');
	});
	document.addEventListener('keydown', (event) => {
		if (!isOn.checked || !isOn.isConnected || isForOthers(event)) return;
		const pressed = arrowAs(event) ?? event.key.toLowerCase();
		const shortcut = shortcuts.find(({ key }) => key === pressed);
		if (!shortcut) return;
		event.preventDefault();
		shortcut.act();
	});
	const items = shortcuts.map(({ key, words }) => h('li', {}, h('kbd', {}, key), ' ', say(words)));
	return h(
		'div',
		{ class: 'wikilearn-keys' },
		option(isOn, say('wikilearn-review-keys')),
		h('ul', {}, ...items),
	);
}

const WRITING =
	'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

function isForOthers(event: KeyboardEvent): boolean {
	const { target } = event;
	if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
		return true;
	return target instanceof Element && target.closest(WRITING) !== null;
}

/** In the list the arrows are the same as j and k; elsewhere they scroll, or go from one answer to the next. */
function arrowAs({ key, target }: KeyboardEvent): string | null {
	if (!(target instanceof Element) || !target.closest('.wikilearn-queue')) return null;
	return key === 'ArrowDown' ? 'j' : key === 'ArrowUp' ? 'k' : null;
}
