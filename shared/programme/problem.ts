/** One thing that is wrong with a programme page, for a person who is no developer. */
export interface Problem {
	/** Where: `courses[0].closes`. Empty for the page as a whole. */
	readonly path: string;
	/** What stands there. */
	readonly found: string;
	readonly expected: string;
	/** Something right, as it would be written. Empty where nothing is to be written. */
	readonly example: string;
	/** What exactly is wrong, or what to do. */
	readonly hint?: string;
}

/** A problem as one line of English. */
export function describeProblem(problem: Problem): string {
	const where = problem.path === '' ? 'The page' : problem.path;
	const example = problem.example === '' ? '' : `, for example ${problem.example}`;
	const hint = problem.hint === undefined ? '' : ` ${problem.hint}`;
	return `${where}: found ${problem.found}; expected ${problem.expected}${example}.${hint}`;
}
