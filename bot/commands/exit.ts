import { WikiError } from '../../shared/wiki.ts';

/** Exit codes say who has to act: nobody; whoever runs the machine; whoever typed or configured; the team. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, personNeeded: 3 } as const;

/** Something that the person at the terminal can mend: arguments, settings, or the programme page. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	constructor(readonly problems: readonly string[]) {
		super(problems.join('\n'));
	}
}

export function describeError(error: unknown): string {
	if (error instanceof WikiError && error.code === 'login-failed') {
		return `The wiki refused the login: ${error.message} Check WIKILEARN_USERNAME and WIKILEARN_PASSWORD.`;
	}
	if (error instanceof WikiError) return `The wiki: ${error.code}: ${error.message}`;
	return error instanceof Error ? error.message : String(error);
}

export function exitCodeOf(error: unknown): number {
	if (error instanceof UsageError) return EXIT.wrongUsage;
	return error instanceof WikiError && error.code === 'login-failed' ? EXIT.wrongUsage : EXIT.failed;
}
