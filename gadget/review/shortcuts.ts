import { h, labeledInput } from '../ui/h.ts';
import { msg, type MessageKey } from '../ui/msg.ts';

/** A single-key shortcut with its label and action. */
export interface Shortcut {
	readonly key: string;
	readonly label: MessageKey;
	readonly act: () => void;
}

const OFF_KEY = 'wikilearn-review-shortcuts-off';

/**
 * Listens for shortcuts, except while the user is typing, and returns their list with a switch: speech input users need to
 * turn them off.
 */
export function listenForShortcuts(shortcuts: readonly Shortcut[]): HTMLElement {
	const toggle = h('input', { type: 'checkbox', id: OFF_KEY, checked: mw.storage.get(OFF_KEY) !== '1' });
	toggle.addEventListener('change', () => {
		if (toggle.checked) mw.storage.remove(OFF_KEY);
		else mw.storage.set(OFF_KEY, '1');
	});
	document.addEventListener('keydown', (event) => {
		if (!toggle.checked || !toggle.isConnected || isHandledElsewhere(event)) return;
		const pressed = letterForArrow(event) ?? event.key.toLowerCase();
		const shortcut = shortcuts.find(({ key }) => key === pressed);
		if (!shortcut) return;
		event.preventDefault();
		shortcut.act();
	});
	const items = shortcuts.map(({ key, label }) => h('li', {}, h('kbd', {}, key), ' ', msg(label)));
	return h(
		'div',
		{ class: 'wikilearn-shortcuts' },
		labeledInput(toggle, msg('wikilearn-review-keys')),
		h('ul', {}, ...items),
	);
}

const TEXT_FIELDS =
	'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

function isHandledElsewhere(event: KeyboardEvent): boolean {
	const { target } = event;
	if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
		return true;
	return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

/** In the list, arrows work like j and k. Elsewhere they keep their default: scrolling, or moving between radio buttons. */
function letterForArrow({ key, target }: KeyboardEvent): string | null {
	if (!(target instanceof Element) || !target.closest('.wikilearn-review-list')) return null;
	return key === 'ArrowDown' ? 'j' : key === 'ArrowUp' ? 'k' : null;
}
