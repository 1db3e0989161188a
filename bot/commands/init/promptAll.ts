import {
	describeProgrammeProblem,
	type ProgrammeProblem,
} from '../../../shared/programme/programmeProblem.ts';
import { readDraft } from '../../deploy/draft.ts';
import { fillTemplate } from './fillTemplate.ts';
import { INIT_QUESTIONS, type InitValues, type InitQuestion } from './questions.ts';

/** Asks the user a question. The second parameter is the default for an empty answer; null: an answer is required. */
export type Prompt = (text: string, defaultValue: string | null) => Promise<string>;

/** The template to fill in, and how to ask for the answers. */
interface Interview {
	readonly template: string;
	/** An ISO 8601 date. */
	readonly today: string;
	readonly ask: Prompt | null;
	readonly tell: (line: string) => void;
}

/**
 * Takes the answers that are given, asks for the others, and asks again after an invalid answer.
 *
 * @param prompt null if not interactive: unanswered questions are left out
 * @param warn called with the reason when an answer is invalid
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

/** Only problems of the field itself count: it may conflict with template dates that are still to be asked for. */
function findProblemsAt(path: string, template: string, values: InitValues): readonly ProgrammeProblem[] {
	const read = readDraft(fillTemplate(template, { ...values, ...placeholderDatesAfter(path, values) }));
	return read.ok
		? []
		: read.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
}

/** Placeholders for the later dates, far enough ahead to be in order. */
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
