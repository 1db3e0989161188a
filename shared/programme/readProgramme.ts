import * as v from 'valibot';
import { crossCheck } from './crossCheck.ts';
import { describeIssue, findUnknownKeys, createValueProblem } from './describeIssue.ts';
import type { ProgrammeProblem } from './programmeProblem.ts';
import { programme, type Programme } from './schema.ts';

export type ProgrammeResult =
	| { readonly ok: true; readonly programme: Programme }
	| { readonly ok: false; readonly problems: readonly ProgrammeProblem[] };

/** Maximum length of a programme page in characters. MediaWiki allows 2 MiB, but every reader of the form downloads it. */
const MAX_CHARACTERS = 512 * 1024;
const MAX_DEPTH = 24;
const MAX_PROBLEMS = 200;

/**
 * Reads a programme page from its text or its parsed JSON.
 * Never throws: returns all problems at once.
 */
export function readProgramme(json: unknown): ProgrammeResult {
	if (typeof json !== 'string') return checkProgramme(json);
	if (json.length > MAX_CHARACTERS)
		return rejectProgramme(`${json.length} characters`, `at most ${MAX_CHARACTERS} characters`);
	try {
		// Some editors add a byte order mark, and MediaWiki keeps it.
		json = JSON.parse(json.replace(/^\ufeff/, ''));
	} catch {
		// `deploy` reports the exact syntax error of a file; MediaWiki does not let people save invalid JSON.
		const found = String(json).trim() === '' ? 'nothing' : 'characters that are not JSON';
		return rejectProgramme(found, 'a programme in curly brackets');
	}
	return checkProgramme(json);
}

function checkProgramme(value: unknown): ProgrammeResult {
	// valibot accepts a list as an object without keys.
	if (Array.isArray(value)) return { ok: false, problems: [createValueProblem([], value, programme)] };
	const unknownKeyProblems = findUnknownKeys(programme, value, MAX_DEPTH);
	if (!unknownKeyProblems)
		return rejectProgramme('brackets too deep inside each other', `at most ${MAX_DEPTH} levels`);
	const result = v.safeParse(programme, value);
	const problems = [
		...unknownKeyProblems,
		...(result.issues ?? [])
			.slice(0, MAX_PROBLEMS)
			.flatMap((issue) => describeIssue(programme, value, issue)),
		...crossCheck(value, result),
	];
	if (result.success && problems.length === 0) return { ok: true, programme: result.output };
	const messages = problems.map(({ path, expected, hint = expected }) => `${path} ${hint}`);
	const distinctProblems = problems.filter((_, index) => messages.indexOf(messages[index] ?? '') === index);
	return { ok: false, problems: distinctProblems.slice(0, MAX_PROBLEMS) };
}

function rejectProgramme(found: string, expected: string): ProgrammeResult {
	return { ok: false, problems: [{ path: '', found, expected, example: '' }] };
}
