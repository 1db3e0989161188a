import * as v from 'valibot';
import { crossCheck } from './crossCheck.ts';
import { issueProblems, unknownKeys, valueProblem } from './issueProblems.ts';
import type { Problem } from './problem.ts';
import { programme, type Programme } from './schema.ts';

export type ProgrammeResult =
	| { readonly ok: true; readonly programme: Programme }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Characters of a programme page. MediaWiki takes 2 MiB; every reader with the form downloads it. */
const maxCharacters = 512 * 1024;
const maxDepth = 24;
const maxProblems = 200;

/**
 * Reads a programme page: its text, or the value that JSON made of it.
 * Never throws: what is wrong comes back as problems, all at once.
 */
export function readProgramme(json: unknown): ProgrammeResult {
	if (typeof json !== 'string') return check(json);
	if (json.length > maxCharacters)
		return refuse(`${json.length} characters`, `at most ${maxCharacters} characters`);
	try {
		// A byte order mark at the start is left by some editors; MediaWiki keeps it.
		json = JSON.parse(json.replace(/^\ufeff/, ''));
	} catch {
		// What exactly is wrong with a file, `deploy` says; on a wiki, MediaWiki keeps people from saving it.
		const found = String(json).trim() === '' ? 'nothing' : 'characters that are not JSON';
		return refuse(found, 'a programme in curly brackets');
	}
	return check(json);
}

function check(value: unknown): ProgrammeResult {
	// valibot takes a list for an object without keys.
	if (Array.isArray(value)) return { ok: false, problems: [valueProblem([], value, programme)] };
	const unknown = unknownKeys(programme, value, maxDepth);
	if (!unknown) return refuse('brackets too deep inside each other', `at most ${maxDepth} levels`);
	const result = v.safeParse(programme, value);
	const problems = [
		...unknown,
		...(result.issues ?? []).slice(0, maxProblems).flatMap((issue) => issueProblems(programme, value, issue)),
		...crossCheck(value, result),
	];
	if (result.success && problems.length === 0) return { ok: true, programme: result.output };
	const said = problems.map(({ path, expected, hint = expected }) => `${path} ${hint}`);
	const distinct = problems.filter((_, index) => said.indexOf(said[index] ?? '') === index);
	return { ok: false, problems: distinct.slice(0, maxProblems) };
}

function refuse(found: string, expected: string): ProgrammeResult {
	return { ok: false, problems: [{ path: '', found, expected, example: '' }] };
}
