import leven from 'leven';
import { shorten } from '../i18n/shorten.ts';

/** A problem of a programme page, described for people who are not developers. */
export interface ProgrammeProblem {
	/** The path: `courses[0].closes`. Empty for the whole page. */
	readonly path: string;
	/** The current value. */
	readonly found: string;
	readonly expected: string;
	/** A valid value as it would be written. Empty if there is nothing to write. */
	readonly example: string;
	/** The exact problem, or what to do. */
	readonly hint?: string;
}

/** Describes a problem in one line of English. */
export function describeProgrammeProblem(problem: ProgrammeProblem): string {
	const where = problem.path === '' ? 'The page' : problem.path;
	const example = problem.example === '' ? '' : `, for example ${problem.example}`;
	const hint = problem.hint === undefined ? '' : ` ${problem.hint}`;
	return `${where}: found ${problem.found}; expected ${problem.expected}${example}.${hint}`;
}

/** Suggests a known word: one with the same letters, or with at most two typing errors (one in short words). */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
	if (word.length > 60) return undefined;
	const [closest] = candidates
		.map((candidate) => ({ candidate, distance: leven(simplify(word), simplify(candidate)) }))
		.filter(
			({ candidate, distance: editDistance }) =>
				editDistance <= Math.min(2, Math.floor(simplify(candidate).length / 3)),
		)
		.sort((a, b) => a.distance - b.distance);
	return closest && `Did you mean "${closest.candidate}"?`;
}

/** Treats `closing_date`, `closingDate` and `Closing date` as the same word. */
function simplify(word: string): string {
	return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Formats a value as found on the page: shortened, with invisible and bidirectional control characters escaped. */
export function formatValue(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null) {
		return Object.keys(value).length === 0 ? 'empty curly brackets' : 'an object in curly brackets';
	}
	return typeof value === 'string' ? quote(value) : shorten(JSON.stringify(value), MAX_VALUE_LENGTH);
}

const MAX_VALUE_LENGTH = 80;
/** Formats a value as it would be written on the page, on one line. */
export function formatExample(value: unknown): string {
	return JSON.stringify(value, null, 1)
		.replace(/\n */g, ' ')
		.replace(/([[{]) | (?=[\]}])/g, '$1');
}

function quote(text: string): string {
	return JSON.stringify(shorten(text, MAX_VALUE_LENGTH)).replace(
		/[\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
		(character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
	);
}

/** Formats a path in a JSON value: `courses[0].closes`. Quotes keys that are not identifiers. */
export function formatPath(steps: readonly unknown[]): string {
	const formattedSteps = steps.map((step) => {
		if (typeof step === 'number') return `[${step}]`;
		const key = String(step);
		return /^[\w$-]{1,60}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 60))}]`;
	});
	return formattedSteps.join('').replace(/^\./, '');
}
