import { fill, h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';

export interface FieldProblem {
	/** Where the focus goes when the problem is followed. */
	readonly focusTarget: HTMLElement;
	readonly label: string;
	readonly message: string;
}

/** The list of problems on top of the form: empty and hidden until there are some, then focused and so read out. */
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
	// The label may be in another language, of another direction, than the words.
	const content = [h('bdi', {}, label), ' – ', h('bdi', {}, message)];
	return h('li', {}, h('a', { href: `#${focusTarget.id}`, onclick: follow }, ...content));
}
