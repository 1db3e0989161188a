/** Exit codes say who has to act. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, personNeeded: 3 } as const;

/** Something that the person at the terminal can mend: wrong arguments, settings, or programme page. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	constructor(readonly problems: readonly string[]) {
		super(problems.join('\n'));
	}
}
