import { readAnswer, writeAnswer } from '../../shared/application/answerValue.ts';
import type { Course, Question } from '../../shared/programme/schema.ts';
import type { Answers } from '../course/applicationContext.ts';

/** The answers for the page, normalized by question type. Never includes the preferred address. */
export function selectPublicAnswers(course: Course, answers: Answers): Answers {
	const result: Record<string, string> = {};
	for (const question of course.questions) {
		const answer = answers[question.id];
		if (answer !== undefined && question.type !== 'private-email') {
			result[question.id] = normalizeAnswer(question, answer);
		}
	}
	return result;
}

function normalizeAnswer(question: Question, answer: string): string {
	const parsed = readAnswer(question, answer);
	return parsed.ok ? writeAnswer(parsed.type, parsed.value) : answer;
}
