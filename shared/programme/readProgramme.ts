import * as v from 'valibot';
import { crossCheck } from './crossCheck.ts';
import { describeIssue, findUnknownKeys, createValueProblem } from './describeIssue.ts';
import type { ProgrammeProblem } from './programmeProblem.ts';
import { programme, type Programme } from './schema.ts';

export type ProgrammeResult =
	| { readonly ok: true; readonly programme: Programme }
	| { readonly ok: false; readonly problems: readonly ProgrammeProblem[] };

/** Characters of a programme page. MediaWiki takes 2 MiB; every reader with the form downloads it. */
const MAX_CHARACTERS = 512 * 1024;
const MAX_DEPTH = 24;
const MAX_PROBLEMS = 200;

/**
 * Reads a programme page: its text, or the value that JSON made of it.
 * Never throws: what is wrong comes back as problems, all at once.
 */
export function readProgramme(json: unknown): ProgrammeResult {
	if (typeof json !== 'string') return checkProgramme(json);
	if (json.length > MAX_CHARACTERS)
		return rejectProgramme(`${json.length} characters`, `at most ${MAX_CHARACTERS} characters`);
	try {
		// A byte order mark at the start is left by some editors; MediaWiki keeps it.
		json = JSON.parse(json.replace(/^\ufeff/, ''));
	} catch {
		// What exactly is wrong with a file, `deploy` says; on a wiki, MediaWiki keeps people from saving it.
		const found = String(json).trim() === '' ? 'nothing' : 'characters that are not JSON';
		return rejectProgramme(found, 'a programme in curly brackets');
	}
	return checkProgramme(json);
}

function checkProgramme(value: unknown): ProgrammeResult {
	// valibot takes a list for an object without keys.
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
