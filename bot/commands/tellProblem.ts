import type { Problem } from '../../shared/history/problem.ts';
import { problemWords } from '../render/problemWords.ts';
import { translateInto } from '../operations/translateInto.ts';

const english = translateInto('en');

/** Something that needs a person, in a line for the terminal, as the report says it. */
export function tellProblem(problem: Problem): string {
	return `needs a person: ${problem.about}: ${problemWords(problem, english)}`;
}
