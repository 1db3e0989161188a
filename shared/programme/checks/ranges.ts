import { items, member, numberOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { clash } from './clash.ts';

/** Lowest and highest values, and numbers that depend on others. */
export function checkRanges(page: Place): readonly Problem[] {
	const courses = items(member(page, 'courses'));
	return [
		...checkPair(member(page, 'offers'), 'reminderDays', 'confirmDays', false),
		...courses.flatMap((course) => [...checkPair(member(course, 'hours'), 'min', 'max', true)]),
		...courses.flatMap((course) =>
			items(member(course, 'questions')).flatMap((each) => [...checkQuestion(each)]),
		),
	];
}

function checkQuestion(question: Place): readonly Problem[] {
	const options = items(member(question, 'options')).length;
	const most = Math.max(numberOf(member(question, 'min')) ?? 0, numberOf(member(question, 'max')) ?? 0);
	return [
		...checkPair(question, 'min', 'max', true),
		...checkPair(question, 'minLength', 'maxLength', true),
		...(question.value !== null &&
		member(question, 'type').value === 'some-of' &&
		options > 0 &&
		most > options
			? [
					clash(
						member(question, 'options'),
						`at least ${most} options`,
						'min and max cannot ask for more than there are.',
					),
				]
			: []),
	];
}

function checkPair(place: Place, less: string, more: string, mayBeEqual: boolean): readonly Problem[] {
	const [low, high] = [numberOf(member(place, less)), numberOf(member(place, more))];
	if (low === null || high === null || low < high || (mayBeEqual && low === high)) return [];
	const expected = mayBeEqual ? `at least ${less} (${low})` : `more than ${less} (${low})`;
	return [clash(member(place, more), expected, `Change ${less} or ${more}.`)];
}
