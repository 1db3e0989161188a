import type { Question } from '../../shared/programme/schema.ts';
import { fill, h } from '../ui/h.ts';
import { msg, localizeText } from '../ui/msg.ts';

/** A question type's native control or controls, which read and write the answer as text. */
export interface Control {
	readonly element: HTMLElement;
	/** The element to focus; in a group, its first control. */
	readonly focusTarget: HTMLElement;
	/** A group has a legend, a single control a label; `none`: a commitment contains its own label. */
	readonly labelKind: 'label' | 'legend' | 'none';
	read(): string;
	write(answer: string): void;
}

/** A question's field in the form. */
export interface Field {
	readonly question: Question;
	readonly element: HTMLElement;
	readonly control: Control;
	/** Shows a problem beside the control; null removes it. */
	showProblem(problem: string | null): void;
}

/** Wraps a control with its label, reason and problem. */
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
		control.labelKind === 'none'
			? null
			: isGroup
				? h('legend', {}, ...labelContent)
				: h('label', { for: control.focusTarget.id }, ...labelContent);
	// A commitment's reason is below it; other reasons are above, so that they are read before the control.
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
			element.classList.toggle('wikilearn-invalid', problem !== null);
			// A problem of a group is not a problem of its first control.
			if (isGroup) return;
			if (problem === null) control.focusTarget.removeAttribute('aria-invalid');
			else control.focusTarget.setAttribute('aria-invalid', 'true');
		},
	};
}

function optionalMark(): HTMLElement {
	return h('span', { class: 'wikilearn-optional' }, ` ${msg('wikilearn-form-optional')}`);
}
