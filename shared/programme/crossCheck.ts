import * as v from 'valibot';
import { didYouMean } from './didYouMean.ts';
import type { Problem } from './problem.ts';
import {
	course,
	type programme,
	type Course,
	type Programme,
	type Question,
	type Requirement,
} from './schema.ts';
import { showValue, writePath } from './showValue.ts';
import { normalizeTitle } from './title.ts';

/** A part of the page, and the steps to it. */
interface Placed<T> {
	readonly steps: readonly (string | number)[];
	readonly value: T;
}
const ROOT: Placed<null> = { steps: [], value: null };

/**
 * What no schema can say of a programme page: how its parts go together. Said of each course whose values have the right
 * types, whatever else is wrong, so that most problems come at once.
 *
 * @param read what the schema made of the page
 */
export function crossCheck(page: unknown, read: v.SafeParseResult<typeof programme>): readonly Problem[] {
	const courses = read.typed ? items(ROOT, 'courses', read.output.courses) : coursesIn(page);
	return [
		...(read.typed ? checkPage(read.output) : []),
		...distinct(of(courses, 'id'), 'a different id for each course'),
		...distinct(of(courses, 'page'), 'a different page for each course', normalizeTitle),
		...distinct(of(courses, 'talk'), 'a different talk page for each course', normalizeTitle),
		...courses.flatMap(checkCourse),
		...checkTypes(courses.flatMap((each) => items(each, 'questions', each.value.questions))),
	];
}

function coursesIn(value: unknown): readonly Placed<Course>[] {
	const page = v.safeParse(v.object({ courses: v.array(v.unknown()) }), value);
	return (page.success ? page.output.courses : []).flatMap((each, index) => {
		const read = v.safeParse(course, each);
		return read.typed ? [{ steps: ['courses', index], value: read.output }] : [];
	});
}

/** People may have several rows, for several times; the bot has no other role. */
function checkPage({ bot, reviewers, team = [], offers }: Programme): readonly Problem[] {
	const people = [...items(ROOT, 'reviewers', reviewers), ...items(ROOT, 'team', team)];
	return [
		...people.flatMap((each) => {
			const { name, id, from, until = '' } = each.value;
			const isNamed = normalizeTitle(name) === normalizeTitle(bot.name);
			const isOver = Date.parse(from) >= Date.parse(until);
			return [
				...(isNamed || id === bot.id
					? [clash(at(each, isNamed ? 'name' : 'id'), 'people', 'The bot never decides: remove it here.')]
					: []),
				...(isOver
					? [clash(at(each, 'until'), 'a date after `from`', 'Nothing that they do would count.')]
					: []),
			];
		}),
		...(offers ? order({ steps: ['offers'], value: offers }, 'reminderDays', 'confirmDays', false) : []),
	];
}

function checkCourse(place: Placed<Course>): readonly Problem[] {
	const { questions, requirements, hours } = place.value;
	const asked = items(place, 'questions', questions);
	const required = flatten(items(place, 'requirements', requirements));
	return [
		...checkDates(place, 'opens', 'closes', false),
		...checkDates(place, 'closes', 'notify', true),
		...checkDates(place, 'notify', 'starts', true),
		...checkDates(place, 'notify', 'promoteUntil', true),
		...order({ steps: [...place.steps, 'hours'], value: hours }, 'min', 'max', true),
		...distinct(of(asked, 'id'), 'a different id for each question of a course'),
		...asked
			.filter(({ value }) => value.type === 'private-email')
			.slice(1)
			.map((each) =>
				clash(at(each, 'type'), 'at most one private-email in a course', 'Remove this question.'),
			),
		...asked.flatMap(checkQuestion),
		...distinct(of(required, 'id'), 'a different id for each requirement of a course'),
		...required.flatMap((each) => checkRequirement(each, questions)),
	];
}

function checkDates(
	place: Placed<Course>,
	before: Dated,
	after: Dated,
	mayBeEqual: boolean,
): readonly Problem[] {
	const { [before]: earlier = '', [after]: later = '' } = place.value;
	const [start, end] = [Date.parse(earlier), Date.parse(later)];
	if (!(start > end || (start === end && !mayBeEqual))) return [];
	const expected = `an instant ${mayBeEqual ? 'not before' : 'after'} ${before} (${earlier})`;
	return [clash(at(place, after), expected, `Change ${after} or ${before}; mind their offsets from UTC.`)];
}
type Dated = 'opens' | 'closes' | 'notify' | 'starts' | 'promoteUntil';

function order(
	{ steps, value }: Placed<object>,
	less: string,
	more: string,
	mayBeEqual: boolean,
): readonly Problem[] {
	const { [less]: low = NaN, [more]: high = NaN } = value as Readonly<Record<string, number>>;
	if (!(low > high || (low === high && !mayBeEqual))) return [];
	const expected = `${mayBeEqual ? 'at least' : 'more than'} ${less} (${low})`;
	return [clash({ steps: [...steps, more], value: high }, expected, `Change ${less} or ${more}.`)];
}

/** Parameters that the application template has besides the answers, and a name that JavaScript's objects are born with. */
const reserved: readonly string[] = ['course', 'email', 'save', 'withdrawn', 'version', 'constructor'];

function checkQuestion(place: Placed<Question>): readonly Problem[] {
	const { value } = place;
	const options = 'options' in value ? items(place, 'options', value.options) : [];
	const most = value.type === 'some-of' ? Math.max(value.min ?? 0, value.max ?? 0) : 0;
	return [
		...(reserved.includes(value.id)
			? [clash(at(place, 'id'), 'another id', `The application template uses ${reserved.join(', ')} itself.`)]
			: []),
		...distinct(of(options, 'id'), 'a different id for each option of a question'),
		...order(place, 'min', 'max', true),
		...order(place, 'minLength', 'maxLength', true),
		...(options.length > 0 && most > options.length
			? [
					clash(
						{ steps: [...place.steps, 'options'], value: options },
						`at least ${most} options`,
						'min and max cannot ask for more than there are.',
					),
				]
			: []),
	];
}

/** A question of two courses has one meaning, since one template shows both. */
function checkTypes(questions: readonly Placed<Question>[]): readonly Problem[] {
	return questions.flatMap((place, index) => {
		const { id, type } = place.value;
		const earlier = questions.slice(0, index).find(({ value }) => value.id === id);
		if (!earlier || earlier.value.type === type) return [];
		const hint = `At ${writePath(at(earlier, 'type').steps)} the same id has another type. One template shows both: use another id.`;
		return [clash(at(place, 'type'), `the type ${earlier.value.type}`, hint)];
	});
}

/** Those inside `any-of` and `all-of` as well. Their depth is bounded before. */
function flatten(requirements: readonly Placed<Requirement>[]): readonly Placed<Requirement>[] {
	return requirements.flatMap((each) => [
		each,
		...('of' in each.value ? flatten(items(each, 'of', each.value.of)) : []),
	]);
}

/** Groups are named, and what is asked for can be answered. */
function checkRequirement(place: Placed<Requirement>, questions: readonly Question[]): readonly Problem[] {
	const { steps, value } = place;
	if (value.kind === 'rights' && value.groups.length === 0 && !value.globalGroups?.length)
		return [
			clash(at({ steps, value }, 'groups'), 'at least one group, local or global', 'Nobody could meet it.'),
		];
	if (value.kind !== 'answer') return [];
	const question = questions.find(({ id }) => id === value.question);
	const asked = at({ steps, value }, 'question');
	if (!question) {
		const ids = questions.map(({ id }) => id);
		const hint = didYouMean(value.question, ids) ?? 'The course has no such question.';
		return [clash(asked, `the id of a question of this course (${ids.join(', ')})`, hint)];
	}
	const { type } = question;
	if (type === 'private-email' || type === 'availability')
		return [clash(asked, 'a question whose answer can be compared', `Answers of the type ${type} cannot.`)];
	const ids = 'options' in question ? question.options.map(({ id }) => id) : ['yes'];
	if (!('options' in question) && type !== 'commitment') return [];
	return items(place, 'oneOf', value.oneOf)
		.filter((answer) => !ids.includes(answer.value))
		.map((answer) => {
			const hint = didYouMean(answer.value, ids) ?? 'Nobody can give this answer.';
			return clash(answer, `one of ${ids.join(', ')}`, hint);
		});
}

function items<T>(place: Placed<unknown>, key: string, values: readonly T[]): readonly Placed<T>[] {
	return values.map((value, index) => ({ steps: [...place.steps, key, index], value }));
}

function at<T, K extends string & keyof T>({ steps, value }: Placed<T>, key: K): Placed<T[K]> {
	return { steps: [...steps, key], value: value[key] };
}

function of<T, K extends string & keyof T>(places: readonly Placed<T>[], key: K): readonly Placed<T[K]>[] {
	return places.map((place) => at(place, key));
}

/** Texts of which each must be different; `same` makes equal what counts as equal. */
function distinct(
	places: readonly Placed<string | undefined>[],
	expected: string,
	same: (text: string) => string = (text) => text,
): readonly Problem[] {
	const first = new Map<string, Placed<unknown>>();
	return places.flatMap((place) => {
		if (place.value === undefined) return [];
		const text = same(place.value);
		const earlier = first.get(text);
		if (!earlier) first.set(text, place);
		return earlier ? [clash(place, expected, `It stands at ${writePath(earlier.steps)} already.`)] : [];
	});
}

/** A value that is right by itself but not beside the others. */
function clash({ steps, value }: Placed<unknown>, expected: string, hint: string): Problem {
	return { path: writePath(steps), found: showValue(value), expected, example: '', hint };
}
