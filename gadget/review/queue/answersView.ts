import type { Question } from '../../../shared/programme/schema.ts';
import { h } from '../../form/h.ts';
import { text } from '../../form/say.ts';
import type { Reviewable } from '../reviewable.ts';

/** What the applicant said, as they last said it, whatever others made of the page. */
export function answersView({ course, one }: Reviewable): HTMLElement {
	const { answers } = one.application;
	const rows = course.questions
		.filter(({ id }) => (answers[id] ?? '') !== '')
		.map((question) =>
			h(
				'div',
				{},
				h('dt', {}, text(question.label)),
				h(
					'dd',
					{ class: 'wikilearn-answer', dir: 'auto' },
					shownAnswer(question, answers[question.id] ?? ''),
				),
			),
		);
	return h('dl', { class: 'wikilearn-answers' }, ...rows);
}

function shownAnswer(question: Question, answer: string): string {
	if (question.type === 'commitment') return answer === 'yes' ? '✓' : answer;
	if (!('options' in question)) return answer;
	const label = (id: string): string => {
		const option = question.options.find((one) => one.id === id);
		return option ? text(option.label) : id;
	};
	return answer
		.split(',')
		.map((id) => label(id.trim()))
		.join(', ');
}
