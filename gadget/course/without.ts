import type { Answers } from './applying.ts';

/** The answers to all other questions. */
export function without(answers: Answers, questions: readonly string[]): Answers {
	const kept: Record<string, string> = {};
	for (const id of Object.keys(answers)) {
		const answer = answers[id];
		if (answer !== undefined && !questions.includes(id)) kept[id] = answer;
	}
	return kept;
}
