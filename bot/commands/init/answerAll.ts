import { describeProblem, type Problem } from '../../../shared/programme/problem.ts';
import { readDraft } from '../../deploy/draft.ts';
import { fillTemplate } from './fillTemplate.ts';
import { INIT_QUESTIONS, type Answers, type InitQuestion } from './questions.ts';

/** Asks a person: the question, what an empty answer means (null: it must be answered); gives what they typed. */
export type Ask = (asks: string, otherwise: string | null) => Promise<string>;

/** What the answers are for, and whom to ask for them. */
interface Interview {
	readonly template: string;
	/** An ISO 8601 date. */
	readonly today: string;
	readonly ask: Ask | null;
	readonly tell: (line: string) => void;
}

/**
 * Goes through the questions: takes what is given, asks for the rest, and asks again where an answer cannot be used.
 *
 * @param ask null: nobody can be asked, so what has no answer stays out
 * @param tell told why an answer cannot be used
 */
export async function answerAll(
	template: string,
	given: Answers,
	today: string,
	ask: Ask | null,
	tell: (line: string) => void,
): Promise<Answers> {
	const interview: Interview = { template, today, ask, tell };
	let answers: Answers = {};
	for (const question of INIT_QUESTIONS) {
		const answer = await answerOne(interview, question, answers, given[question.option]);
		if (answer !== null) answers = { ...answers, [question.option]: answer };
	}
	return answers;
}

async function answerOne(
	{ template, today, ask, tell }: Interview,
	question: InitQuestion,
	answers: Answers,
	given: string | undefined,
): Promise<string | null> {
	if (given !== undefined) return given;
	const otherwise = question.otherwise?.(answers, today) ?? null;
	if (!ask) return otherwise;
	for (;;) {
		const typed = (await ask(question.asks, otherwise)).trim();
		const answer = typed === '' ? otherwise : typed;
		if (answer === null) continue;
		const [problem] = problemsAt(question.path, template, { ...answers, [question.option]: answer });
		if (!problem) return answer;
		tell(describeProblem(problem));
	}
}

/** Dates of the template that were not asked for yet may clash with the new one: only the field itself counts. */
function problemsAt(path: string, template: string, answers: Answers): readonly Problem[] {
	const read = readDraft(fillTemplate(template, { ...answers, ...datesAfter(path, answers) }));
	return read.ok
		? []
		: read.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
}

/** The dates that come after this one, put so far ahead that they are in order. */
function datesAfter(path: string, answers: Answers): Answers {
	const later: Answers = {
		opens: '2090-01-01',
		closes: '2090-02-01',
		notify: '2090-03-01',
		starts: '2090-04-01',
	};
	return Object.fromEntries(
		Object.entries(later).filter(([option]) => !(option in answers) && !path.endsWith(option)),
	);
}
