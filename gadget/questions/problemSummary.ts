import { fill, h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';

export interface FieldProblem {
	/** The element to focus when the problem's link is followed. */
	readonly focusTarget: HTMLElement;
	readonly label: string;
	readonly message: string;
}

/** The list of problems above the form. Hidden if empty; focused otherwise, so that screen readers announce it. */
export function problemSummary(): {
	readonly element: HTMLElement;
	show(problems: readonly FieldProblem[]): void;
} {
	const heading = h('h3', { id: 'wikilearn-summary' });
	const list = h('ul');
	const element = h(
		'div',
		{ class: 'wikilearn-summary', role: 'alert', tabindex: -1, hidden: true, 'aria-labelledby': heading.id },
		heading,
		list,
	);
	return {
		element,
		show(problems) {
			element.hidden = problems.length === 0;
			if (element.hidden) return;
			fill(heading, msg('wikilearn-form-problems', problems.length));
			fill(list, ...problems.map(problemLink));
			element.focus();
		},
	};
}

function problemLink({ focusTarget, label, message }: FieldProblem): HTMLElement {
	const follow = (event: Event): void => {
		event.preventDefault();
		focusTarget.focus();
	};
	// The label may have another language and direction than the message.
	const content = [h('bdi', {}, label), ' – ', h('bdi', {}, message)];
	return h('li', {}, h('a', { href: `#${focusTarget.id}`, onclick: follow }, ...content));
}
