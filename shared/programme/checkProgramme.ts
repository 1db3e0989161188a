import * as v from 'valibot';
import { crossCheck } from './crossCheck.ts';
import { issueProblems, unknownKey, valueProblem } from './issueProblems.ts';
import type { Problem } from './problem.ts';
import { programme } from './schema.ts';
import type { Programme } from './schema.ts';
import { schemaAt } from './schemaAt.ts';
import { writePath } from './writePath.ts';

export type ProgrammeResult =
	| { readonly ok: true; readonly programme: Programme }
	| { readonly ok: false; readonly problems: readonly Problem[] };

const maxDepth = 24;
const maxValues = 50_000;
const maxProblems = 200;

/** Checks a value that was JSON: the schema, and what no schema can say. Never throws; all problems at once. */
export function checkProgramme(value: unknown): ProgrammeResult {
	// valibot takes a list for an object without keys.
	if (Array.isArray(value)) {
		return { ok: false, problems: [valueProblem([], value, schemaAt(programme, {}, []))] };
	}
	const odd = oddKeys(value);
	if (!odd) return { ok: false, problems: [tooLarge()] };
	const result = v.safeParse(programme, value);
	const problems = [
		...odd.map((steps) => unknownKey(programme, value, steps, knownKeys(value, steps))),
		...(result.issues ?? []).flatMap((issue) => [...issueProblems(programme, value, issue)]),
		...crossCheck(value),
	];
	if (result.success && problems.length === 0) return { ok: true, programme: result.output };
	return { ok: false, problems: distinct(problems).slice(0, maxProblems) };
}

/**
 * The steps to every key that JavaScript's objects have by birth (`__proto__`, `constructor`): valibot takes them for
 * known. Null if the value is too deep or too large to go through.
 */
function oddKeys(root: unknown): readonly (readonly (string | number)[])[] | null {
	const found: (string | number)[][] = [];
	const waiting: { readonly value: unknown; readonly steps: (string | number)[] }[] = [
		{ value: root, steps: [] },
	];
	for (let seen = 0; waiting.length > 0; seen++) {
		const { value, steps } = waiting.pop() ?? { value: null, steps: [] };
		if (seen > maxValues || steps.length > maxDepth) return null;
		if (typeof value !== 'object' || value === null) continue;
		for (const key of Object.keys(value)) {
			const step = Array.isArray(value) ? Number(key) : key;
			if (typeof step === 'string' && step in Object.prototype) found.push([...steps, step]);
			else waiting.push({ value: (value as Record<string, unknown>)[key], steps: [...steps, step] });
		}
	}
	return found;
}

function knownKeys(value: unknown, steps: readonly unknown[]): readonly string[] {
	return Object.keys(schemaAt(programme, value, steps.slice(0, -1))?.entries ?? {});
}

function tooLarge(): Problem {
	return {
		path: writePath([]),
		found: 'too many values, or brackets too deep inside each other',
		expected: `at most ${maxValues} values and ${maxDepth} levels`,
		example: '',
	};
}

/** One problem a place is enough: the schema's own comes first. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
	const seen = new Map<string, Problem>();
	for (const problem of problems) {
		const key = JSON.stringify([problem.path, problem.hint ?? problem.expected]);
		if (!seen.has(key)) seen.set(key, problem);
	}
	return Array.from(seen.values());
}
