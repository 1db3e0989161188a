let pressed = false;
const listen = (event: string, now: boolean): void => {
	document.addEventListener(event, () => (pressed = now), true);
};
listen('pointerdown', true);
listen('pointerup', false);
listen('pointercancel', false);

/**
 * Acts now, or once the pointer that is down is up again: what it presses would slip away from under it when words appear
 * above, and the click would be lost.
 */
export function afterPress(act: () => void): void {
	if (!pressed) {
		act();
		return;
	}
	const later = (): void => {
		document.removeEventListener('pointerup', later);
		document.removeEventListener('pointercancel', later);
		// After the click, which comes right behind.
		setTimeout(act);
	};
	document.addEventListener('pointerup', later);
	document.addEventListener('pointercancel', later);
}
