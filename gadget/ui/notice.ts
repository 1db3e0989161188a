import { fill, h } from './h.ts';

/** A message box as Codex has them. Errors interrupt a screen reader, the rest waits. */
export function notice(
	kind: 'error' | 'warning' | 'success' | 'notice',
	...content: readonly (Node | string)[]
): HTMLElement {
	return h(
		'div',
		{
			class: `wikilearn-notice wikilearn-notice-${kind}`,
			role: kind === 'error' ? 'alert' : 'status',
			tabindex: -1,
		},
		...content,
	);
}

/** Puts a notice into its place and the focus on it. */
export function showNotice(container: HTMLElement, ...content: Parameters<typeof notice>): void {
	const box = notice(...content);
	fill(container, box);
	box.focus();
}

/** Why something was not done and what to do; `more` is something to look at or to answer, such as a CAPTCHA. */
export interface Refusal {
	readonly kind: 'refused';
	readonly message: string;
	readonly details?: HTMLElement;
}

export function showRefusal(container: HTMLElement, { message, details }: Refusal): void {
	showNotice(container, 'error', h('p', {}, message), ...(details ? [details] : []));
}
