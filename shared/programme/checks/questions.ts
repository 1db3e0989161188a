import { items, member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { writePath } from '../writePath.ts';
import { checkDistinct, clash } from './clash.ts';

/** Parameters that the application template has besides the answers, and a name that JavaScript's objects are born with. */
const reserved: readonly string[] = ['course', 'email', 'save', 'withdrawn', 'version', 'constructor'];

/** Ids of questions and options; a question of two courses has one meaning, since one template shows both. */
export function checkQuestions(courses: readonly Place[]): readonly Problem[] {
	const questions = courses.map((course) => items(member(course, 'questions')));
	return [
		...questions.flatMap((each) => [...checkCourse(each)]),
		...checkTypes(([] as Place[]).concat(...questions.map((each) => [...each]))),
	];
}

function checkCourse(questions: readonly Place[]): readonly Problem[] {
	const ids = questions.map((question) => member(question, 'id'));
	const mails = questions.filter((question) => textOf(member(question, 'type')) === 'private-email');
	return [
		...checkDistinct(ids, 'a different id for each question of a course'),
		...ids
			.filter((id) => reserved.includes(textOf(id) ?? ''))
			.map((id) => clash(id, 'another id', `The application template uses ${reserved.join(', ')} itself.`)),
		...mails
			.slice(1)
			.map((question) =>
				clash(member(question, 'type'), 'at most one private-email in a course', 'Remove this question.'),
			),
		...questions.flatMap((question) => [
			...checkDistinct(
				items(member(question, 'options')).map((option) => member(option, 'id')),
				'a different id for each option of a question',
			),
		]),
	];
}

function checkTypes(questions: readonly Place[]): readonly Problem[] {
	const first = new Map<string, Place>();
	return questions.flatMap((question) => {
		const id = textOf(member(question, 'id'));
		const type = member(question, 'type');
		if (id === null || textOf(type) === null) return [];
		const earlier = first.get(id);
		if (!earlier) first.set(id, type);
		if (!earlier || earlier.value === type.value) return [];
		const hint = `At ${writePath(earlier.steps)} the same id has another type. One template shows both: use another id.`;
		return [clash(type, `the type ${String(earlier.value)}`, hint)];
	});
}
