import { fill, h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';

export interface Problem {
	/** Where the focus goes when the problem is followed. */
	readonly focus: HTMLElement;
	readonly label: string;
	readonly words: string;
}

/** The list of problems on top of the form: empty and hidden until there are some, then focused and so read out. */
export function problemSummary(): {
	readonly element: HTMLElement;
	show(problems: readonly Problem[]): void;
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
			fill(heading, say('wikilearn-form-problems', problems.length));
			fill(list, ...problems.map(problemLink));
			element.focus();
		},
	};
}

function problemLink({ focus, label, words }: Problem): HTMLElement {
	const follow = (event: Event): void => {
		event.preventDefault();
		focus.focus();
	};
	// The label may be in another language, of another direction, than the words.
	const said = [h('bdi', {}, label), ' – ', h('bdi', {}, words)];
	return h('li', {}, h('a', { href: `#${focus.id}`, onclick: follow }, ...said));
}
