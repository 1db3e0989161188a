import type { Question } from '../../shared/programme/schema.ts';
import { fill, h } from '../ui/h.ts';
import { msg, localizeText } from '../ui/msg.ts';

/** What a question type makes: the native control or controls, and the answer as it is kept (text) in and out of them. */
export interface Control {
	readonly element: HTMLElement;
	/** Where the focus goes. In a group, its first control. */
	readonly focusTarget: HTMLElement;
	/** A group is named by a legend, a single control by a label, a commitment by its own. */
	readonly labelKind: 'label' | 'legend' | 'itself';
	read(): string;
	write(answer: string): void;
}

/** A question as it stands in the form. */
export interface Field {
	readonly question: Question;
	readonly element: HTMLElement;
	readonly control: Control;
	/** Shows what is wrong beside the control, or (null) that nothing is. */
	showProblem(problem: string | null): void;
}

/** Puts a control into its place: name, reason, problem. */
export function createField(question: Question, control: Control, id: string): Field {
	const isGroup = control.labelKind === 'legend';
	const labelContent = [localizeText(question.label), question.required ? null : optionalMark()];
	const reason =
		question.reason === undefined
			? null
			: h('p', { id: `${id}-reason`, class: 'wikilearn-reason' }, localizeText(question.reason));
	const problemElement = h('p', { id: `${id}-problem`, class: 'wikilearn-problem', hidden: true });
	const describedElement = isGroup ? control.element : control.focusTarget;
	describedElement.setAttribute('aria-describedby', `${reason ? `${id}-reason ` : ''}${id}-problem`);
	const label =
		control.labelKind === 'itself'
			? null
			: isGroup
				? h('legend', {}, ...labelContent)
				: h('label', { for: control.focusTarget.id }, ...labelContent);
	// What a promise is for stands below it; elsewhere the reason is read before the control.
	const body =
		label === null
			? [control.element, reason, problemElement]
			: [label, reason, problemElement, control.element];
	const element = isGroup
		? h(
				'fieldset',
				{ class: 'wikilearn-field', 'aria-describedby': describedElement.getAttribute('aria-describedby') },
				...body,
			)
		: h('div', { class: 'wikilearn-field' }, ...body);
	return {
		question,
		element,
		control,
		showProblem(problem) {
			problemElement.hidden = problem === null;
			fill(problemElement, problem);
			element.classList.toggle('wikilearn-wrong', problem !== null);
			// In a group nothing is wrong with its first control.
			if (isGroup) return;
			if (problem === null) control.focusTarget.removeAttribute('aria-invalid');
			else control.focusTarget.setAttribute('aria-invalid', 'true');
		},
	};
}

function optionalMark(): HTMLElement {
	return h('span', { class: 'wikilearn-optional' }, ` ${msg('wikilearn-form-optional')}`);
}
