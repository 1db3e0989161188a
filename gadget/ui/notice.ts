import { fill, h } from './h.ts';

/** A Codex message box. Errors interrupt screen readers; other messages wait. */
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

/** Shows a notice and focuses it. */
export function showNotice(container: HTMLElement, ...content: Parameters<typeof notice>): void {
	const box = notice(...content);
	fill(container, box);
	box.focus();
}

/** Why an action failed and what to do; `details` is additional content such as a CAPTCHA. */
export interface Refusal {
	readonly kind: 'refused';
	readonly message: string;
	readonly details?: HTMLElement;
}

export function showRefusal(container: HTMLElement, { message, details }: Refusal): void {
	showNotice(container, 'error', h('p', {}, message), ...(details ? [details] : []));
}
