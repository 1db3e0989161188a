import type { Problem } from '../../shared/history/problem.ts';
import { translateInto } from '../operations/translateInto.ts';
import { describeProblem } from '../render/renderProblems.ts';
import type { PublishResult } from '../wiki/comparePage.ts';

export function describePublished(result: PublishResult): string {
	switch (result.kind) {
		case 'saved':
			return `${result.title}: ${result.edited ? 'saved' : 'unchanged'}`;
		case 'unchanged':
			return `${result.title}: unchanged`;
		case 'conflict':
			return `${result.title}: not saved, somebody else keeps changing it`;
		case 'captcha':
			return `${result.title}: not saved, the wiki asks for a CAPTCHA (the bot’s account needs the right skipcaptcha)`;
		case 'refused':
		case 'lost':
			return `${result.title}: not saved (${result.code}: ${result.message})`;
	}
}

export function isUpToDate({ kind }: PublishResult): boolean {
	return kind === 'saved' || kind === 'unchanged';
}

const ENGLISH = translateInto('en');
/** A problem as one line for the terminal, in the report's words. */
export function formatProblem(problem: Problem): string {
	return `needs a person: ${problem.about}: ${describeProblem(problem, ENGLISH)}`;
}
