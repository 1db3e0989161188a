import { items, member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { normalizeTitle } from '../title.ts';
import { checkDistinct, clash } from './clash.ts';

/** Courses, their pages and the reviewers must each be different; the bot cannot be a reviewer. */
export function checkNames(page: Place): readonly Problem[] {
	const courses = items(member(page, 'courses'));
	const reviewers = items(member(page, 'reviewers'));
	const bot = textOf(member(page, 'bot'));
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
		...checkDistinct(reviewers, 'each reviewer once', normalizeTitle),
		...reviewers
			.filter((reviewer) => bot !== null && normalizeTitle(textOf(reviewer) ?? '') === normalizeTitle(bot))
			.map((reviewer) => clash(reviewer, 'people', 'The bot never decides: remove it here.')),
	];
}
