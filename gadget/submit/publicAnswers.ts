import { readAnswer, writeAnswer } from '../../shared/application/answerValue.ts';
import type { Course, Question } from '../../shared/programme/schema.ts';
import type { Answers } from '../course/applying.ts';

/** What goes on the page, each answer as its question's type is written there. The preferred address never does. */
export function publicAnswers(course: Course, answers: Answers): Answers {
	const result: Record<string, string> = {};
	for (const question of course.questions) {
		const answer = answers[question.id];
		if (answer !== undefined && question.type !== 'private-email') {
			result[question.id] = asWritten(question, answer);
		}
	}
	return result;
}

function asWritten(question: Question, answer: string): string {
	const read = readAnswer(question, answer);
	return read.ok ? writeAnswer(read.type, read.value) : answer;
}
