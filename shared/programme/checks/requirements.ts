import { closest } from '../closest.ts';
import { items, member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { checkDistinct, clash } from './clash.ts';

/** Requirements of a course: ids differ, groups are named, and what they ask for can be answered. */
export function checkRequirements(course: Place): readonly Problem[] {
	const requirements = flatten(items(member(course, 'requirements')));
	const questions = items(member(course, 'questions'));
	return [
		...checkDistinct(
			requirements.map((requirement) => member(requirement, 'id')),
			'a different id for each requirement of a course',
		),
		...requirements.flatMap((requirement) => [
			...checkGroups(requirement),
			...checkAnswer(requirement, questions),
		]),
	];
}

/** Those inside `any-of` and `all-of` as well. Their depth is bounded before. */
function flatten(requirements: readonly Place[]): readonly Place[] {
	return requirements.reduce<readonly Place[]>(
		(all, each) => [...all, each, ...flatten(items(member(each, 'of')))],
		[],
	);
}

function checkGroups(requirement: Place): readonly Problem[] {
	if (textOf(member(requirement, 'kind')) !== 'rights') return [];
	const groups = member(requirement, 'groups');
	if (!Array.isArray(groups.value) || groups.value.length > 0) return [];
	return items(member(requirement, 'globalGroups')).length > 0
		? []
		: [clash(groups, 'at least one group, local or global', 'Nobody could meet it.', '["sysop"]')];
}

function checkAnswer(requirement: Place, questions: readonly Place[]): readonly Problem[] {
	const asked = member(requirement, 'question');
	const id = textOf(asked);
	if (id === null || textOf(member(requirement, 'kind')) !== 'answer') return [];
	const question = questions.find((each) => member(each, 'id').value === id);
	if (question) return checkPossible(member(requirement, 'oneOf'), question, asked);
	const ids = questions.map((each) => textOf(member(each, 'id')) ?? '').filter(Boolean);
	const meant = closest(id, ids);
	const hint = meant === null ? 'The course has no such question.' : `Did you mean "${meant}"?`;
	return [clash(asked, `the id of a question of this course (${ids.join(', ')})`, hint)];
}

function checkPossible(oneOf: Place, question: Place, asked: Place): readonly Problem[] {
	const type = textOf(member(question, 'type')) ?? '';
	if (type === 'private-email' || type === 'availability') {
		return [clash(asked, 'a question whose answer can be compared', `Answers of the type ${type} cannot.`)];
	}
	const possible = possibleAnswers(type, question);
	return items(oneOf)
		.filter((answer) => possible !== null && !possible.includes(textOf(answer) ?? ''))
		.map((answer) => {
			const meant = closest(textOf(answer) ?? '', possible ?? []);
			const hint = meant === null ? 'Nobody can give this answer.' : `Did you mean "${meant}"?`;
			return clash(answer, `one of ${(possible ?? []).join(', ')}`, hint);
		});
}

/** Null: free text. */
function possibleAnswers(type: string, question: Place): readonly string[] | null {
	if (type === 'commitment') return ['yes'];
	if (type !== 'one-of' && type !== 'some-of') return null;
	return items(member(question, 'options')).map((option) => textOf(member(option, 'id')) ?? '');
}
