import type * as v from 'valibot';
import { didYouMean } from './didYouMean.ts';
import { languageCode } from './fields.ts';
import type { Problem } from './problem.ts';
import { entryOf, resolve, schemaAt, toldOf, type SchemaNode } from './schemaAt.ts';
import { showValue, writePath, writeValue } from './showValue.ts';

type Issue = v.BaseIssue<unknown>;
type Steps = readonly unknown[];

/** What valibot found at a place, as problems for people. `before`: the steps to it, where the issue is inside a union. */
export function issueProblems(
	root: SchemaNode,
	input: unknown,
	issue: Issue,
	before: Steps = [],
): readonly Problem[] {
	const steps = [...before, ...(issue.path ?? []).map(({ key }) => key)];
	if (issue.expected === 'never') return [];
	// A map of languages also fails as text: what is wrong inside it says more.
	const inner = issue.type === 'union' ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : [];
	if (inner.length > 0) return inner.flatMap((each) => issueProblems(root, input, each, steps));
	if (issue.type === 'regex' && issue.path?.some(({ origin }) => origin === 'key')) {
		const key = String(issue.input);
		const code = key.toLowerCase().replace(/_/g, '-');
		return [valueProblem(steps, key, languageCode, code === key ? undefined : `Did you mean "${code}"?`)];
	}
	// A sentence of our own, if the check that failed has one; valibot's are for developers.
	const hint = issue.type === 'raw_check' ? issue.message : undefined;
	return [valueProblem(steps, issue.input, schemaAt(root, input, steps), hint)];
}

/** A problem at a place whose schema is known. */
export function valueProblem(
	steps: Steps,
	found: unknown,
	node: SchemaNode | undefined,
	hint?: string,
): Problem {
	const words = choices(node, steps);
	const told = words.length > 0 ? { expected: `one of ${words.join(', ')}`, examples: words } : toldOf(node);
	const better = hint ?? (typeof found === 'string' ? didYouMean(found, words) : undefined);
	return {
		path: writePath(steps),
		found: showValue(found),
		expected: told.expected ?? typeWords[node?.type ?? ''] ?? 'something else',
		example: told.examples?.[0] === undefined ? '' : writeValue(told.examples[0]),
		...(better === undefined ? {} : { hint: better }),
	};
}

const typeWords: Readonly<Record<string, string>> = {
	string: 'text in double quotes',
	strict_object: 'an object in curly brackets',
};

/**
 * All keys that the schema does not know, with those that were probably meant: valibot stops at the first of an object,
 * and skips those that JavaScript's objects have by birth in a map. Null where the value is too deep to go through.
 */
export function unknownKeys(
	node: SchemaNode | undefined,
	value: unknown,
	levels: number,
	steps: readonly (string | number)[] = [],
): readonly Problem[] | null {
	const here = resolve(node, value);
	if (!here || typeof value !== 'object' || value === null) return [];
	if (levels === 0) return null;
	const problems: Problem[] = [];
	for (const [key, each] of Object.entries(value as Readonly<Record<string, unknown>>)) {
		const step = Array.isArray(value) ? Number(key) : key;
		const entry = entryOf(here, step);
		const isUnknown = here.entries ? !entry && typeof step === 'string' : entry && key in Object.prototype;
		if (isUnknown) problems.push(unknownKey(here, key, [...steps, key]));
		const inner = isUnknown ? [] : unknownKeys(entry, each, levels - 1, [...steps, step]);
		if (!inner) return null;
		problems.push(...inner);
	}
	return problems;
}

function unknownKey({ entries = {} }: SchemaNode, key: string, steps: Steps): Problem {
	const known = Object.keys(entries);
	return {
		path: writePath(steps),
		found: `the unknown key ${showValue(key)}`,
		expected: known.length === 0 ? 'no such key' : `one of the keys ${known.join(', ')}`,
		example: '',
		hint: didYouMean(key, known) ?? 'Remove it.',
	};
}

/** The words among which a value must be: those of a picklist, or the kinds of a variant. */
function choices(node: SchemaNode | undefined, steps: Steps): readonly string[] {
	if (node?.type === 'picklist') return node.options as readonly string[];
	if (node?.type === 'literal') return [String(node.literal)];
	if (node?.type !== 'variant' || steps[steps.length - 1] !== node.key) return [];
	const kinds = (node.options as readonly SchemaNode[]).map((option) => entryOf(option, String(node.key)));
	return kinds.flatMap((kind) => choices(kind, steps));
}
