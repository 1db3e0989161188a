import { items, member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { normalizeTitle } from '../title.ts';
import { checkDistinct, clash } from './clash.ts';

/** Courses and their pages must each be different; the bot has no other role. People may have several rows, for several times. */
export function checkNames(page: Place): readonly Problem[] {
	const courses = items(member(page, 'courses'));
	return [
		...checkDistinct(
			courses.map((course) => member(course, 'id')),
			'a different id for each course',
		),
		...checkDistinct(
			courses.map((course) => member(course, 'page')),
			'a different page for each course',
			normalizeTitle,
		),
		...checkDistinct(
			courses.map((course) => member(course, 'talk')),
			'a different talk page for each course',
			normalizeTitle,
		),
		...[...items(member(page, 'reviewers')), ...items(member(page, 'team'))].flatMap((person) =>
			checkPerson(person, member(page, 'bot')),
		),
	];
}

function checkPerson(person: Place, bot: Place): readonly Problem[] {
	const [name, id] = [member(person, 'name'), member(person, 'id')];
	const isNamed = normalizeTitle(textOf(name) ?? '') === normalizeTitle(textOf(member(bot, 'name')) ?? ' ');
	const isBot = isNamed || (id.value !== undefined && id.value === member(bot, 'id').value);
	const from = Date.parse(textOf(member(person, 'from')) ?? '');
	const until = member(person, 'until');
	const isOver = from >= Date.parse(textOf(until) ?? '');
	return [
		...(isBot ? [clash(isNamed ? name : id, 'people', 'The bot never decides: remove it here.')] : []),
		...(isOver ? [clash(until, 'a date after `from`', 'Nothing that they do would count.')] : []),
	];
}
