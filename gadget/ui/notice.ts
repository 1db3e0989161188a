import { fill, h } from './h.ts';

/** A message box as Codex has them. Errors interrupt a screen reader, the rest waits. */
export function notice(
	kind: 'error' | 'warning' | 'success' | 'notice',
	...words: readonly (Node | string)[]
): HTMLElement {
	return h(
		'div',
		{
			class: `wikilearn-notice wikilearn-notice-${kind}`,
			role: kind === 'error' ? 'alert' : 'status',
			tabindex: -1,
		},
		...words,
	);
}

/** Puts a notice into its place and the focus on it. */
export function showNotice(place: HTMLElement, ...shown: Parameters<typeof notice>): void {
	const box = notice(...shown);
	fill(place, box);
	box.focus();
}
