import { readAnswer } from '../../shared/application/answerValue.ts';
import type { Question } from '../../shared/programme/schema.ts';

/** Reads what several people answered once, and gives them the same object. */
export function rememberingAnswers(): typeof readAnswer {
	const known = new Map<Question, Map<string, ReturnType<typeof readAnswer>>>();
	return (question, text) => {
		const ofQuestion = known.get(question) ?? new Map<string, ReturnType<typeof readAnswer>>();
		const before = ofQuestion.get(text);
		if (before) return before;
		const answer = readAnswer(question, text);
		known.set(question, ofQuestion.set(text, answer));
		return answer;
	};
}
