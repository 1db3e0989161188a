import * as v from 'valibot';
import { didYouMean, type ProgrammeProblem, formatPath, formatValue } from './programmeProblem.ts';
import {
	course,
	type programme,
	type Course,
	type Programme,
	type Question,
	type Requirement,
} from './schema.ts';
import { normalizeTitle } from './title.ts';

/** A part of the page with its path. */
interface Located<T> {
	readonly steps: readonly (string | number)[];
	readonly value: T;
}
const ROOT: Located<null> = { steps: [], value: null };

/**
 * Checks what a schema cannot: how the parts of a programme page fit together. Checks each course whose values have
 * the right types, even if other parts are invalid, so that most problems are reported at once.
 *
 * @param result the schema's parse result
 */
export function crossCheck(
	page: unknown,
	result: v.SafeParseResult<typeof programme>,
): readonly ProgrammeProblem[] {
	const courses = result.typed ? childItems(ROOT, 'courses', result.output.courses) : findCourses(page);
	return [
		...(result.typed ? checkPage(result.output) : []),
		...checkDistinct(children(courses, 'id'), 'a different id for each course'),
		...checkDistinct(children(courses, 'page'), 'a different page for each course', normalizeTitle),
		...checkDistinct(children(courses, 'talk'), 'a different talk page for each course', normalizeTitle),
		...courses.flatMap(checkCourse),
		...checkSharedIds(courses.flatMap((course) => childItems(course, 'questions', course.value.questions))),
	];
}

function findCourses(value: unknown): readonly Located<Course>[] {
	const page = v.safeParse(v.object({ courses: v.array(v.unknown()) }), value);
	return (page.success ? page.output.courses : []).flatMap((courseValue, index) => {
		const result = v.safeParse(course, courseValue);
		return result.typed ? [{ steps: ['courses', index], value: result.output }] : [];
	});
}

/** A person may have several rows for different periods. The bot's account cannot have another role. */
function checkPage({ bot, reviewers, team = [], offers }: Programme): readonly ProgrammeProblem[] {
	const people = [...childItems(ROOT, 'reviewers', reviewers), ...childItems(ROOT, 'team', team)];
	return [
		...people.flatMap((person) => {
			const { name, id, from, until = '' } = person.value;
			const hasBotName = normalizeTitle(name) === normalizeTitle(bot.name);
			const isEmptyPeriod = Date.parse(from) >= Date.parse(until);
			return [
				...(hasBotName || id === bot.id
					? [
							conflictProblem(
								child(person, hasBotName ? 'name' : 'id'),
								'people',
								'The bot never decides: remove it here.',
							),
						]
					: []),
				...(isEmptyPeriod
					? [
							conflictProblem(
								child(person, 'until'),
								'a date after `from`',
								'Nothing that they do would count.',
							),
						]
					: []),
			];
		}),
		...(offers ? checkOrder({ steps: ['offers'], value: offers }, 'reminderDays', 'confirmDays', false) : []),
	];
}

function checkCourse(located: Located<Course>): readonly ProgrammeProblem[] {
	const { questions, requirements, hours } = located.value;
	const courseQuestions = childItems(located, 'questions', questions);
	const courseRequirements = flattenRequirements(childItems(located, 'requirements', requirements));
	return [
		...checkDates(located, 'opens', 'closes', false),
		...checkDates(located, 'closes', 'notify', true),
		...checkDates(located, 'notify', 'starts', true),
		...checkDates(located, 'notify', 'promoteUntil', true),
		...checkOrder({ steps: [...located.steps, 'hours'], value: hours }, 'min', 'max', true),
		...checkDistinct(children(courseQuestions, 'id'), 'a different id for each question of a course'),
		...courseQuestions
			.filter(({ value }) => value.type === 'private-email')
			.slice(1)
			.map((question) =>
				conflictProblem(
					child(question, 'type'),
					'at most one private-email in a course',
					'Remove this question.',
				),
			),
		...courseQuestions.flatMap(checkQuestion),
		...checkDistinct(children(courseRequirements, 'id'), 'a different id for each requirement of a course'),
		...courseRequirements.flatMap((requirement) => checkRequirement(requirement, questions)),
	];
}

function checkDates(
	located: Located<Course>,
	earlierKey: DateKey,
	laterKey: DateKey,
	mayBeEqual: boolean,
): readonly ProgrammeProblem[] {
	const { [earlierKey]: earlier = '', [laterKey]: later = '' } = located.value;
	const [start, end] = [Date.parse(earlier), Date.parse(later)];
	if (!(start > end || (start === end && !mayBeEqual))) return [];
	const expected = `an instant ${mayBeEqual ? 'not before' : 'after'} ${earlierKey} (${earlier})`;
	return [
		conflictProblem(
			child(located, laterKey),
			expected,
			`Change ${laterKey} or ${earlierKey}; mind their offsets from UTC.`,
		),
	];
}
type DateKey = 'opens' | 'closes' | 'notify' | 'starts' | 'promoteUntil';

function checkOrder(
	{ steps, value }: Located<object>,
	lowKey: string,
	highKey: string,
	mayBeEqual: boolean,
): readonly ProgrammeProblem[] {
	const { [lowKey]: low = NaN, [highKey]: high = NaN } = value as Readonly<Record<string, number>>;
	if (!(low > high || (low === high && !mayBeEqual))) return [];
	const expected = `${mayBeEqual ? 'at least' : 'more than'} ${lowKey} (${low})`;
	return [
		conflictProblem({ steps: [...steps, highKey], value: high }, expected, `Change ${lowKey} or ${highKey}.`),
	];
}

/** The application template's own parameters, and one property name that every JavaScript object inherits. */
const RESERVED_IDS: readonly string[] = ['course', 'email', 'save', 'withdrawn', 'version', 'constructor'];

function checkQuestion(located: Located<Question>): readonly ProgrammeProblem[] {
	const { value } = located;
	const options = 'options' in value ? childItems(located, 'options', value.options) : [];
	const choices = value.type === 'some-of' ? Math.max(value.min ?? 0, value.max ?? 0) : 0;
	return [
		...(RESERVED_IDS.includes(value.id)
			? [
					conflictProblem(
						child(located, 'id'),
						'another id',
						`The application template uses ${RESERVED_IDS.join(', ')} itself.`,
					),
				]
			: []),
		...checkDistinct(children(options, 'id'), 'a different id for each option of a question'),
		...checkOrder(located, 'min', 'max', true),
		...checkOrder(located, 'minLength', 'maxLength', true),
		...(options.length > 0 && choices > options.length
			? [
					conflictProblem(
						{ steps: [...located.steps, 'options'], value: options },
						`at least ${choices} options`,
						'min and max cannot ask for more than there are.',
					),
				]
			: []),
	];
}

/** Two courses that share a question id must mean the same question, because one template displays both. */
function checkSharedIds(questions: readonly Located<Question>[]): readonly ProgrammeProblem[] {
	return questions.flatMap((located, index) => {
		const { id, type } = located.value;
		const earlier = questions.slice(0, index).find(({ value }) => value.id === id);
		if (!earlier || earlier.value.type === type) return [];
		const hint = `At ${formatPath(child(earlier, 'type').steps)} the same id has another type. One template shows both: use another id.`;
		return [conflictProblem(child(located, 'type'), `the type ${earlier.value.type}`, hint)];
	});
}

/** Includes requirements nested in `any-of` and `all-of`. Nesting depth was checked before. */
function flattenRequirements(requirements: readonly Located<Requirement>[]): readonly Located<Requirement>[] {
	return requirements.flatMap((requirement) => [
		requirement,
		...('of' in requirement.value
			? flattenRequirements(childItems(requirement, 'of', requirement.value.of))
			: []),
	]);
}

/** Checks that groups are named and that required answers can be given. */
function checkRequirement(
	located: Located<Requirement>,
	questions: readonly Question[],
): readonly ProgrammeProblem[] {
	const { steps, value } = located;
	if (value.kind === 'rights' && value.groups.length === 0 && !value.globalGroups?.length)
		return [
			conflictProblem(
				child({ steps, value }, 'groups'),
				'at least one group, local or global',
				'Nobody could meet it.',
			),
		];
	if (value.kind !== 'answer') return [];
	const question = questions.find(({ id }) => id === value.question);
	const questionKey = child({ steps, value }, 'question');
	if (!question) {
		const ids = questions.map(({ id }) => id);
		const hint = didYouMean(value.question, ids) ?? 'The course has no such question.';
		return [conflictProblem(questionKey, `the id of a question of this course (${ids.join(', ')})`, hint)];
	}
	const { type } = question;
	if (type === 'private-email' || type === 'availability')
		return [
			conflictProblem(
				questionKey,
				'a question whose answer can be compared',
				`Answers of the type ${type} cannot.`,
			),
		];
	const ids = 'options' in question ? question.options.map(({ id }) => id) : ['yes'];
	if (!('options' in question) && type !== 'commitment') return [];
	return childItems(located, 'oneOf', value.oneOf)
		.filter((option) => !ids.includes(option.value))
		.map((option) => {
			const hint = didYouMean(option.value, ids) ?? 'Nobody can give this answer.';
			return conflictProblem(option, `one of ${ids.join(', ')}`, hint);
		});
}

function childItems<T>(parent: Located<unknown>, key: string, values: readonly T[]): readonly Located<T>[] {
	return values.map((value, index) => ({ steps: [...parent.steps, key, index], value }));
}

function child<T, K extends string & keyof T>({ steps, value }: Located<T>, key: K): Located<T[K]> {
	return { steps: [...steps, key], value: value[key] };
}

function children<T, K extends string & keyof T>(
	parents: readonly Located<T>[],
	key: K,
): readonly Located<T[K]>[] {
	return parents.map((parent) => child(parent, key));
}

/** Reports duplicate texts; `normalize` maps equivalent texts to one value. */
function checkDistinct(
	values: readonly Located<string | undefined>[],
	expected: string,
	normalize: (text: string) => string = (text) => text,
): readonly ProgrammeProblem[] {
	const firstByText = new Map<string, Located<unknown>>();
	return values.flatMap((located) => {
		if (located.value === undefined) return [];
		const text = normalize(located.value);
		const earlier = firstByText.get(text);
		if (!earlier) firstByText.set(text, located);
		return earlier
			? [conflictProblem(located, expected, `It stands at ${formatPath(earlier.steps)} already.`)]
			: [];
	});
}

/** A problem with a value that is valid on its own but conflicts with others. */
function conflictProblem(
	{ steps, value }: Located<unknown>,
	expected: string,
	hint: string,
): ProgrammeProblem {
	return { path: formatPath(steps), found: formatValue(value), expected, example: '', hint };
}
