import type { Application } from '../application/application.ts';
import type { Course, LeafRequirement, LocalText, Question } from '../programme/schema.ts';
import type { Assessment } from './assessment.ts';

type AnswerRequirement = Extract<LeafRequirement, { kind: 'answer' }>;
interface Option {
	readonly id: string;
	readonly label: LocalText;
}

/**
 * Requires one of the listed answers. A missing answer is `unknown`, and so is a choice that is not an option of the
 * question: hand-written applications can contain anything, and a reviewer can read it.
 */
export function assessAnswer(
	requirement: AnswerRequirement,
	application: Application,
	course: Course,
): Assessment {
	const given = (application.answers[requirement.question] ?? '').trim();
	if (given === '') return createAssessment('unknown', requirement, null);
	const question = course.questions.find(({ id }) => id === requirement.question);
	const options = question === undefined ? [] : listOptions(question);
	const values = readValues(given, question, options);
	if (values.some((value) => requirement.oneOf.map(foldAnswer).includes(value))) {
		return createAssessment('met', requirement, given);
	}
	const isLegible =
		options.length === 0 || values.every((value) => options.some(({ id }) => foldAnswer(id) === value));
	return createAssessment(isLegible ? 'not met' : 'unknown', requirement, given);
}

function createAssessment(
	verdict: Assessment['verdict'],
	{ question }: AnswerRequirement,
	given: string | null,
): Assessment {
	return { verdict, evidence: [{ kind: 'answer', question, given }], checkedAt: null };
}

function listOptions(question: Question): readonly Option[] {
	return question.type === 'one-of' || question.type === 'some-of' ? question.options : [];
}

/** The choices as folded option ids; an option's label counts as its id. */
function readValues(
	given: string,
	question: Question | undefined,
	options: readonly Option[],
): readonly string[] {
	const texts = question?.type === 'some-of' ? given.split(/[,;\n]/) : [given];
	return texts
		.map(foldAnswer)
		.filter((text) => text !== '')
		.map((text) => (options.some(({ id }) => foldAnswer(id) === text) ? text : findOptionId(text, options)));
}

function findOptionId(text: string, options: readonly Option[]): string {
	return foldAnswer(options.find(({ label }) => foldLabels(label).includes(text))?.id ?? text);
}

function foldLabels(label: LocalText): readonly string[] {
	return (typeof label === 'string' ? [label] : Object.values(label)).map(foldAnswer);
}

function foldAnswer(text: string): string {
	return text.trim().toLowerCase();
}

/**
 * The ids of the required questions without an answer.
 *
 * @param scope `public`: excludes the private address, of which the page only shows whether it was sent
 */
export function findMissingAnswers(
	{ questions }: Pick<Course, 'questions'>,
	{ answers, email }: Pick<Application, 'answers' | 'email'>,
	scope: 'all' | 'public' = 'all',
): readonly string[] {
	const isAnswered = (id: string, type: string): boolean =>
		type === 'private-email' ? scope === 'public' || email === 'sent' : (answers[id] ?? '') !== '';
	return questions.filter(({ id, type, required }) => required && !isAnswered(id, type)).map(({ id }) => id);
}
