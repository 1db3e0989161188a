import {
	describeProgrammeProblem,
	type ProgrammeProblem,
} from '../../../shared/programme/programmeProblem.ts';
import { readDraft } from '../../deploy/draft.ts';
import { fillTemplate } from './fillTemplate.ts';
import { INIT_QUESTIONS, type InitValues, type InitQuestion } from './questions.ts';

/** Asks a person: the question, what an empty answer means (null: it must be answered); gives what they typed. */
export type Prompt = (text: string, defaultValue: string | null) => Promise<string>;

/** What the answers are for, and whom to ask for them. */
interface Interview {
	readonly template: string;
	/** An ISO 8601 date. */
	readonly today: string;
	readonly ask: Prompt | null;
	readonly tell: (line: string) => void;
}

/**
 * Goes through the questions: takes what is given, asks for the rest, and asks again where an answer cannot be used.
 *
 * @param prompt null: nobody can be asked, so what has no answer stays out
 * @param warn told why an answer cannot be used
 */
export async function promptAll(
	template: string,
	fromOptions: InitValues,
	today: string,
	prompt: Prompt | null,
	warn: (line: string) => void,
): Promise<InitValues> {
	const interview: Interview = { template, today, ask: prompt, tell: warn };
	let values: InitValues = {};
	for (const question of INIT_QUESTIONS) {
		const value = await promptOne(interview, question, values, fromOptions[question.option]);
		if (value !== null) values = { ...values, [question.option]: value };
	}
	return values;
}

async function promptOne(
	{ template, today, ask: prompt, tell: warn }: Interview,
	question: InitQuestion,
	values: InitValues,
	fromOption: string | undefined,
): Promise<string | null> {
	if (fromOption !== undefined) return fromOption;
	const defaultValue = question.defaultValue?.(values, today) ?? null;
	if (!prompt) return defaultValue;
	for (;;) {
		const typed = (await prompt(question.text, defaultValue)).trim();
		const value = typed === '' ? defaultValue : typed;
		if (value === null) continue;
		const [problem] = findProblemsAt(question.path, template, { ...values, [question.option]: value });
		if (!problem) return value;
		warn(describeProgrammeProblem(problem));
	}
}

/** Dates of the template that were not asked for yet may clash with the new one: only the field itself counts. */
function findProblemsAt(path: string, template: string, values: InitValues): readonly ProgrammeProblem[] {
	const read = readDraft(fillTemplate(template, { ...values, ...placeholderDatesAfter(path, values) }));
	return read.ok
		? []
		: read.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
}

/** The dates that come after this one, put so far ahead that they are in order. */
function placeholderDatesAfter(path: string, values: InitValues): InitValues {
	const later: InitValues = {
		opens: '2090-01-01',
		closes: '2090-02-01',
		notify: '2090-03-01',
		starts: '2090-04-01',
	};
	return Object.fromEntries(
		Object.entries(later).filter(([option]) => !(option in values) && !path.endsWith(option)),
	);
}
