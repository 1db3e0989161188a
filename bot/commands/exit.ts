import { WikiError } from '../../shared/wiki/wiki.ts';
import { Interrupted } from '../wiki/withInterrupt.ts';

/** The exit code says who has to act: nobody, the operator, the user who typed or configured the command, or the team. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, personNeeded: 3 } as const;

/** An error that the user can fix: arguments, settings, or the programme page. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	constructor(readonly problems: readonly string[]) {
		super(problems.join('\n'));
	}
}

/** What to do about an API error, by error code, where the wiki's message does not say. */
const NEXT_STEPS: Readonly<Record<string, string>> = {
	'login-failed':
		'Check WIKILEARN_USERNAME (ACCOUNT@NAME) and WIKILEARN_PASSWORD, or make a new bot password.',
	unreachable: 'Check WIKILEARN_API_URL and the network; the wiki may be down.',
	'not-json': 'Check that WIKILEARN_API_URL is the address of the wiki’s api.php.',
	'http-404': 'Check that WIKILEARN_API_URL is the address of the wiki’s api.php.',
	lost: 'It may have been done all the same. Run it again: what is there is not written twice.',
	maxlag: 'The wiki is busy. Run it again in some minutes.',
	ratelimited: 'Run it again in some minutes; an account with the flag “bot” is limited less.',
	readonly: 'The wiki takes no edits at the moment. Run it again later.',
	blocked: 'The account is blocked; its block log says why.',
	permissiondenied: '`wikilearn-bot check` says which rights are missing.',
	'mwoauth-invalid-authorization': 'Check WIKILEARN_OAUTH_TOKEN: it may have been revoked.',
	assertuserfailed:
		'The wiki takes the login for nobody’s: check WIKILEARN_OAUTH_TOKEN, or that the bot password is still there.',
	'unexpected-response': 'The wiki may be newer than this version knows.',
};

export function describeError(error: unknown): string {
	if (error instanceof WikiError) {
		const summary = error.code === 'login-failed' ? 'The wiki refused the login' : `The wiki: ${error.code}`;
		const nextStep = NEXT_STEPS[error.code];
		return `${summary}: ${error.message}${nextStep === undefined ? '' : `\n${nextStep}`}`;
	}
	return error instanceof Error ? error.message : String(error);
}

/** Login failures are configuration errors. */
const WRONG_SETTINGS = new Set([
	'login-failed',
	'mwoauth-invalid-authorization',
	'http-404',
	'assertuserfailed',
]);

export function exitCodeOf(error: unknown): number {
	if (error instanceof UsageError) return EXIT.wrongUsage;
	if (error instanceof Interrupted) return EXIT.failed;
	return error instanceof WikiError && WRONG_SETTINGS.has(error.code) ? EXIT.wrongUsage : EXIT.failed;
}
