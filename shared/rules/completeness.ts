import type { Application } from '../application/application.ts';
import type { Course } from '../programme/schema.ts';

/**
 * The ids of the required questions that an application does not answer.
 *
 * @param which `public`: without the private address, which leaves no trace on the page but that it was sent
 */
export function missingAnswers(
	{ questions }: Pick<Course, 'questions'>,
	{ answers, email }: Pick<Application, 'answers' | 'email'>,
	which: 'all' | 'public' = 'all',
): readonly string[] {
	const isAnswered = (id: string, type: string): boolean =>
		type === 'private-email' ? which === 'public' || email === 'sent' : (answers[id] ?? '') !== '';
	return questions.filter(({ id, type, required }) => required && !isAnswered(id, type)).map(({ id }) => id);
}
