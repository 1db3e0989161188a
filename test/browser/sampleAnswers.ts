import type { Course, Question } from '../../shared/programme/schema.ts';

/** Complete sample answers for `FormPage.answer`, by question of a course. */
export function sampleAnswers(course: Course): ReadonlyMap<Question, string> {
	return new Map(course.questions.map((question) => [question, sampleAnswer(question)]));
}

function sampleAnswer(question: Question): string {
	switch (question.type) {
		case 'one-of':
		case 'some-of':
			return question.options[0]?.id ?? '';
		case 'commitment':
			return 'yes';
		case 'number':
			return String(question.min ?? 1);
		case 'language':
			return 'fr';
		case 'wiki':
			return 'fr.wikipedia.org';
		case 'time-zone':
			return 'Africa/Accra';
		case 'availability':
			// The cell for Monday 18:00 to 20:00.
			return '0-18';
		case 'private-email':
			return 'ama@example.org';
		case 'short-text':
			return 'Ama | {{subst:PAGENAME}} ~~~~';
		case 'long-text':
			return `I look after newcomers & answer them.\n\n* It's <nowiki>hard</nowiki>: [[Category:Hard]] {{!}} ${'and more to learn, '.repeat(20)}`;
	}
}
