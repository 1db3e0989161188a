import { checkDates } from './checks/dates.ts';
import { checkNames } from './checks/names.ts';
import { checkQuestions } from './checks/questions.ts';
import { checkRanges } from './checks/ranges.ts';
import { checkRequirements } from './checks/requirements.ts';
import { items, member } from './loose.ts';
import type { Problem } from './problem.ts';

/** What no schema can say of a programme page: how its parts go together. */
export function crossCheck(value: unknown): readonly Problem[] {
	const page = { steps: [], value };
	const courses = items(member(page, 'courses'));
	return [
		...checkNames(page),
		...courses.flatMap((course) => [...checkDates(course), ...checkRequirements(course)]),
		...checkQuestions(courses),
		...checkRanges(page),
	];
}
