import type { Application } from '../application/application.ts';
import type { Course, LeafRequirement, LocalText, Question } from '../programme/schema.ts';
import type { Judgement } from './judgement.ts';

type AnswerRequirement = Extract<LeafRequirement, { kind: 'answer' }>;
interface Option {
	readonly id: string;
	readonly label: LocalText;
}

/**
 * The declared answer is one of those asked for. No answer is unknown, and so is a choice that is none of the question's
 * options: people who write by hand write what they like, and a reviewer can read it.
 */
export function assessAnswer(
	requirement: AnswerRequirement,
	application: Application,
	course: Course,
): Judgement {
	const given = (application.answers[requirement.question] ?? '').trim();
	if (given === '') return judgement('unknown', requirement, null);
	const question = course.questions.find(({ id }) => id === requirement.question);
	const options = question === undefined ? [] : optionsOf(question);
	const values = readValues(given, question, options);
	if (values.some((value) => requirement.oneOf.map(fold).includes(value))) {
		return judgement('met', requirement, given);
	}
	const legible =
		options.length === 0 || values.every((value) => options.some(({ id }) => fold(id) === value));
	return judgement(legible ? 'not met' : 'unknown', requirement, given);
}

function judgement(
	verdict: Judgement['verdict'],
	{ question }: AnswerRequirement,
	given: string | null,
): Judgement {
	return { verdict, evidence: [{ kind: 'answer', question, given }], checked: null };
}

function optionsOf(question: Question): readonly Option[] {
	return question.type === 'one-of' || question.type === 'some-of' ? question.options : [];
}

/** What was chosen, as folded option ids; a label written out by hand stands for its id. */
function readValues(
	given: string,
	question: Question | undefined,
	options: readonly Option[],
): readonly string[] {
	const texts = question?.type === 'some-of' ? given.split(/[,;\n]/) : [given];
	return texts
		.map(fold)
		.filter((text) => text !== '')
		.map((text) => (options.some(({ id }) => fold(id) === text) ? text : idOf(text, options)));
}

function idOf(text: string, options: readonly Option[]): string {
	return fold(options.find(({ label }) => labels(label).includes(text))?.id ?? text);
}

function labels(label: LocalText): readonly string[] {
	return (typeof label === 'string' ? [label] : Object.values(label)).map(fold);
}

function fold(text: string): string {
	return text.trim().toLowerCase();
}
