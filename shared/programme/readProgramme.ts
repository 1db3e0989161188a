import { checkProgramme } from './checkProgramme.ts';
import type { ProgrammeResult } from './checkProgramme.ts';
import { findJsonError, placeOf } from './findJsonError.ts';
import type { Problem } from './problem.ts';
import { showValue } from './showValue.ts';

/** Characters of a programme page. MediaWiki takes 2 MiB; every reader with the form downloads it. */
const maxCharacters = 512 * 1024;

/**
 * Reads a programme page: its text, or the value that JSON made of it.
 * Never throws: what is wrong comes back as problems, all at once.
 */
export function readProgramme(json: unknown): ProgrammeResult {
	if (typeof json !== 'string') return checkProgramme(json);
	// A byte order mark at the start is left by some editors; MediaWiki keeps it.
	const text = json.replace(/^\ufeff/, '');
	const problem = textProblem(text);
	return problem ? { ok: false, problems: [problem] } : checkProgramme(JSON.parse(text));
}

function textProblem(text: string): Problem | null {
	if (text.trim() === '') return page('nothing', 'a programme in curly brackets');
	if (text.length > maxCharacters) {
		return page(`${text.length} characters`, `at most ${maxCharacters} characters`);
	}
	const error = findJsonError(text);
	if (!error) return null;
	const { line, column } = placeOf(text, error.at);
	const excerpt = /^[^\r\n]{0,30}/.exec(text.slice(error.at))?.[0] ?? '';
	const what =
		error.at >= text.length
			? 'the end of the page'
			: excerpt === ''
				? 'the end of the line'
				: showValue(excerpt);
	return page(`${what} in line ${line}, column ${column}`, error.expected, error.hint);
}

function page(found: string, expected: string, hint?: string): Problem {
	return { path: '', found, expected, example: '', ...(hint === undefined ? {} : { hint }) };
}
