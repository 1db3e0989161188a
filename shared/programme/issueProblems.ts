import type * as v from 'valibot';
import { closest } from './closest.ts';
import type { Problem } from './problem.ts';
import { schemaAt, toldOf } from './schemaAt.ts';
import type { SchemaNode, Told } from './schemaAt.ts';
import { showValue, writeValue } from './showValue.ts';
import { writePath } from './writePath.ts';

type Issue = v.BaseIssue<unknown>;
type Steps = readonly unknown[];

/** What valibot found at a place, as problems for people. `before`: the steps to it, where the issue is inside a union. */
export function issueProblems(
	root: v.GenericSchema,
	input: unknown,
	issue: Issue,
	before: Steps = [],
): readonly Problem[] {
	const steps = [...before, ...(issue.path ?? []).map(({ key }) => key)];
	const inner = innerIssues(issue);
	if (inner.length > 0) return inner.flatMap((each) => [...issueProblems(root, input, each, steps)]);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return unknownKeys(root, input, issue, steps);
	}
	if (isBadKey(issue)) return [badLanguage(steps)];
	const node = schemaAt(root, input, steps);
	return [valueProblem(steps, issue.input, node, ownWords(issue))];
}

/** A problem at a place whose schema is known. */
export function valueProblem(
	steps: Steps,
	found: unknown,
	node: SchemaNode | undefined,
	hint?: string,
): Problem {
	const told = withChoices(toldOf(node), node, steps);
	const example = told.examples?.[0];
	const better = hint ?? suggestion(found, choices(node, steps));
	return {
		path: writePath(steps),
		found: showValue(found),
		expected: told.expected ?? typeWords[node?.type ?? ''] ?? 'something else',
		example: example === undefined ? '' : writeValue(example),
		...(better === undefined ? {} : { hint: better }),
	};
}

const typeWords: Readonly<Record<string, string>> = {
	string: 'text in double quotes',
	number: 'a number',
	array: 'a list in square brackets',
	strict_object: 'an object in curly brackets',
};

/** A text in place of a language map fails as text and as map: tell of what it tried to be. */
function innerIssues(issue: Issue): readonly Issue[] {
	if (issue.type !== 'union' || !issue.issues) return [];
	const isMap = typeof issue.input === 'object' && issue.input !== null && !Array.isArray(issue.input);
	if (isMap) return issue.issues.filter(({ path, type }) => path !== undefined || type === 'min_entries');
	return typeof issue.input === 'string' ? issue.issues.filter(({ type }) => type !== 'record') : [];
}

/** A sentence of our own, if the check that failed has one; valibot's are for developers. */
function ownWords(issue: Issue): string | undefined {
	return issue.type === 'raw_check' ? issue.message : undefined;
}

function isBadKey(issue: Issue): boolean {
	return (
		issue.path?.some(({ origin }) => origin === 'key') === true &&
		issue.type !== 'strict_object' &&
		issue.type !== 'variant'
	);
}

function badLanguage(steps: Steps): Problem {
	const key = String(steps[steps.length - 1]);
	const guess = key.toLowerCase().replace(/_/g, '-');
	return {
		path: writePath(steps),
		found: `the key ${showValue(key)}`,
		expected: 'a MediaWiki language code in small letters',
		example: '"pt-br"',
		...(guess === key ? {} : { hint: `Did you mean "${guess}"?` }),
	};
}

/** valibot stops at the first unknown key; people want to know of all. */
function unknownKeys(root: v.GenericSchema, input: unknown, issue: Issue, steps: Steps): readonly Problem[] {
	const object = issue.path?.[issue.path.length - 1]?.input;
	const parent = steps.slice(0, -1);
	const known = Object.keys(schemaAt(root, input, parent)?.entries ?? {});
	return Object.keys(object as object)
		.filter((key) => !known.includes(key))
		.map((key) => unknownKey(root, input, [...parent, key], known));
}

/** A key that the schema does not know, with the one that was probably meant. */
export function unknownKey(
	root: v.GenericSchema,
	input: unknown,
	steps: Steps,
	known: readonly string[],
): Problem {
	const key = String(steps[steps.length - 1]);
	const meant = closest(key, known);
	const node = meant === null ? undefined : schemaAt(root, input, [...steps.slice(0, -1), meant]);
	const example = meant === null ? undefined : toldOf(node).examples?.[0];
	return {
		path: writePath(steps),
		found: `the unknown key ${showValue(key)}`,
		expected: known.length === 0 ? 'no such key' : `one of the keys ${known.join(', ')}`,
		example: meant === null || example === undefined ? '' : `"${meant}": ${writeValue(example)}`,
		hint: meant === null ? 'Remove it.' : `Did you mean "${meant}"?`,
	};
}

/** The words among which a value must be: those of a picklist, or the kinds of a variant. */
function choices(node: SchemaNode | undefined, steps: Steps): readonly string[] {
	if (node?.type === 'picklist') return node.options as readonly string[];
	if (node?.type === 'literal') return [String(node.literal)];
	if (node?.type !== 'variant' || steps[steps.length - 1] !== node.key) return [];
	const kinds = (node.options as readonly SchemaNode[]).map((option) => option.entries?.[node.key ?? '']);
	return kinds.flatMap((kind) => [...choices(kind, steps)]);
}

function withChoices(told: Told, node: SchemaNode | undefined, steps: Steps): Told {
	const words = choices(node, steps);
	return words.length === 0 ? told : { expected: `one of ${words.join(', ')}`, examples: [words[0]] };
}

function suggestion(found: unknown, words: readonly string[]): string | undefined {
	const meant = typeof found === 'string' ? closest(found, words) : null;
	return meant === null ? undefined : `Did you mean "${meant}"?`;
}
