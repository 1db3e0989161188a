import type { Question } from '../../shared/programme/schema.ts';
import { fill, h } from '../ui/h.ts';
import { say, text } from '../ui/msg.ts';

/** What a question type makes: the native control or controls, and the answer as it is kept (text) in and out of them. */
export interface Control {
	readonly element: HTMLElement;
	/** Where the focus goes. In a group, its first control. */
	readonly focus: HTMLElement;
	/** A group is named by a legend, a single control by a label, a commitment by its own. */
	readonly named: 'label' | 'legend' | 'itself';
	read(): string;
	write(answer: string): void;
}

/** A question as it stands in the form. */
export interface Field {
	readonly question: Question;
	readonly element: HTMLElement;
	readonly control: Control;
	/** Shows what is wrong beside the control, or (null) that nothing is. */
	show(problem: string | null): void;
}

/** Puts a control into its place: name, reason, problem. */
export function createField(question: Question, control: Control, id: string): Field {
	const group = control.named === 'legend';
	const name = [text(question.label), question.required ? null : optionalMark()];
	const reason =
		question.reason === undefined
			? null
			: h('p', { id: `${id}-reason`, class: 'wikilearn-reason' }, text(question.reason));
	const problem = h('p', { id: `${id}-problem`, class: 'wikilearn-problem', hidden: true });
	const described = group ? control.element : control.focus;
	described.setAttribute('aria-describedby', `${reason ? `${id}-reason ` : ''}${id}-problem`);
	const label =
		control.named === 'itself'
			? null
			: group
				? h('legend', {}, ...name)
				: h('label', { for: control.focus.id }, ...name);
	// What a promise is for stands below it; elsewhere the reason is read before the control.
	const body =
		label === null ? [control.element, reason, problem] : [label, reason, problem, control.element];
	const element = group
		? h(
				'fieldset',
				{ class: 'wikilearn-field', 'aria-describedby': described.getAttribute('aria-describedby') },
				...body,
			)
		: h('div', { class: 'wikilearn-field' }, ...body);
	return {
		question,
		element,
		control,
		show(wrong) {
			problem.hidden = wrong === null;
			fill(problem, wrong);
			element.classList.toggle('wikilearn-wrong', wrong !== null);
			// In a group nothing is wrong with its first control.
			if (group) return;
			if (wrong === null) control.focus.removeAttribute('aria-invalid');
			else control.focus.setAttribute('aria-invalid', 'true');
		},
	};
}

function optionalMark(): HTMLElement {
	return h('span', { class: 'wikilearn-optional' }, ` ${say('wikilearn-form-optional')}`);
}
