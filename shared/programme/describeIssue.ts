import * as v from 'valibot';
import {
	didYouMean,
	type ProgrammeProblem,
	formatPath,
	formatExample,
	formatValue,
} from './programmeProblem.ts';
import { languageCode } from './fields.ts';

type Issue = v.BaseIssue<unknown>;
type Steps = readonly unknown[];

/** Turns a valibot issue into problems for people. `before`: the path to the issue if it is inside a union. */
export function describeIssue(
	root: SchemaNode,
	input: unknown,
	issue: Issue,
	parentSteps: Steps = [],
): readonly ProgrammeProblem[] {
	const steps = [...parentSteps, ...(issue.path ?? []).map(({ key }) => key)];
	if (issue.expected === 'never') return [];
	// A language map also fails as a plain text; the issues inside the map are more specific.
	const innerIssues =
		issue.type === 'union' ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : [];
	if (innerIssues.length > 0)
		return innerIssues.flatMap((innerIssue) => describeIssue(root, input, innerIssue, steps));
	if (issue.type === 'regex' && issue.path?.some(({ origin }) => origin === 'key')) {
		const key = String(issue.input);
		const code = key.toLowerCase().replace(/_/g, '-');
		return [
			createValueProblem(steps, key, languageCode, code === key ? undefined : `Did you mean "${code}"?`),
		];
	}
	// Prefer our check's own message: valibot's messages are for developers.
	const hint = issue.type === 'raw_check' ? issue.message : undefined;
	return [createValueProblem(steps, issue.input, schemaAt(root, input, steps), hint)];
}

/** Creates a problem for a value whose schema is known. */
export function createValueProblem(
	steps: Steps,
	found: unknown,
	node: SchemaNode | undefined,
	hint?: string,
): ProgrammeProblem {
	const words = listChoices(node, steps);
	const expectation =
		words.length > 0 ? { expected: `one of ${words.join(', ')}`, examples: words } : getExpectation(node);
	const fullHint = hint ?? (typeof found === 'string' ? didYouMean(found, words) : undefined);
	return {
		path: formatPath(steps),
		found: formatValue(found),
		expected: expectation.expected ?? TYPE_DESCRIPTIONS[node?.type ?? ''] ?? 'something else',
		example: expectation.examples?.[0] === undefined ? '' : formatExample(expectation.examples[0]),
		...(fullHint === undefined ? {} : { hint: fullHint }),
	};
}

const TYPE_DESCRIPTIONS: Readonly<Record<string, string>> = {
	string: 'text in double quotes',
	strict_object: 'an object in curly brackets',
};

/**
 * Finds all keys that the schema does not know, with suggestions. valibot reports only the first per object, and in maps
 * skips names that every JavaScript object inherits. Null if the value is nested too deeply.
 */
export function findUnknownKeys(
	node: SchemaNode | undefined,
	value: unknown,
	levels: number,
	steps: readonly (string | number)[] = [],
): readonly ProgrammeProblem[] | null {
	const resolved = resolveNode(node, value);
	if (!resolved || typeof value !== 'object' || value === null) return [];
	if (levels === 0) return null;
	const problems: ProgrammeProblem[] = [];
	for (const [key, entryValue] of Object.entries(value as Readonly<Record<string, unknown>>)) {
		const step = Array.isArray(value) ? Number(key) : key;
		const entry = getEntry(resolved, step);
		const isUnknown = resolved.entries
			? !entry && typeof step === 'string'
			: entry && key in Object.prototype;
		if (isUnknown) problems.push(createUnknownKeyProblem(resolved, key, [...steps, key]));
		const innerProblems = isUnknown ? [] : findUnknownKeys(entry, entryValue, levels - 1, [...steps, step]);
		if (!innerProblems) return null;
		problems.push(...innerProblems);
	}
	return problems;
}

function createUnknownKeyProblem({ entries = {} }: SchemaNode, key: string, steps: Steps): ProgrammeProblem {
	const knownKeys = Object.keys(entries);
	return {
		path: formatPath(steps),
		found: `the unknown key ${formatValue(key)}`,
		expected: knownKeys.length === 0 ? 'no such key' : `one of the keys ${knownKeys.join(', ')}`,
		example: '',
		hint: didYouMean(key, knownKeys) ?? 'Remove it.',
	};
}

/** The allowed values of a picklist, or the kinds of a variant. */
function listChoices(node: SchemaNode | undefined, steps: Steps): readonly string[] {
	if (node?.type === 'picklist') return node.options as readonly string[];
	if (node?.type === 'literal') return [String(node.literal)];
	if (node?.type !== 'variant' || steps[steps.length - 1] !== node.key) return [];
	const kinds = (node.options as readonly SchemaNode[]).map((option) => getEntry(option, String(node.key)));
	return kinds.flatMap((kind) => listChoices(kind, steps));
}

/** The fields of valibot schemas that lead to nested schemas. */
export interface SchemaNode {
	readonly type: string;
	/** Of a variant: the discriminator key. */
	readonly key?: unknown;
	readonly entries?: Readonly<Record<string, SchemaNode>>;
	readonly item?: SchemaNode;
	readonly value?: SchemaNode;
	readonly wrapped?: SchemaNode;
	/** The schemas of a union or variant, or the values of a picklist. */
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
	readonly getter?: (input: unknown) => SchemaNode;
}

/** The schema at a path from `input`, with variants resolved by their discriminator. */
function schemaAt(root: SchemaNode, input: unknown, steps: readonly unknown[]): SchemaNode | undefined {
	let node = resolveNode(root, input);
	let value = input;
	for (const step of steps) {
		// An unresolved variant does not know the value of its discriminator.
		if (node?.type === 'variant' && step === node.key) return node;
		value = isObject(value) ? value[String(step)] : undefined;
		node = resolveNode(getEntry(node, step), value);
	}
	return node;
}

/** The schema's description of valid values, with examples. */
export function getExpectation(node: SchemaNode | undefined): {
	readonly expected?: string;
	readonly examples?: readonly unknown[];
} {
	return node === undefined ? {} : v.getMetadata(node as unknown as v.GenericSchema);
}

/** The schema of a list item, a key's value, or a language map's texts. */
function getEntry(node: SchemaNode | undefined, step: unknown): SchemaNode | undefined {
	if (typeof step === 'number') return node?.item;
	const key = String(step);
	if (node?.entries)
		return Object.prototype.hasOwnProperty.call(node.entries, key) ? node.entries[key] : undefined;
	return (node?.options as readonly SchemaNode[] | undefined)?.find(({ type }) => type === 'record')?.value;
}

/** Unwraps optional and lazy schemas, and picks the option of a variant. */
function resolveNode(node: SchemaNode | undefined, value: unknown): SchemaNode | undefined {
	if (node?.wrapped) return resolveNode(node.wrapped, value);
	if (node?.getter) return resolveNode(node.getter(value), value);
	if (node?.type !== 'variant' || !isObject(value)) return node;
	const kind = value[String(node.key)];
	const chosen = (node.options as readonly SchemaNode[]).find((option) => {
		const discriminator = getEntry(option, node.key);
		return discriminator?.literal === kind || discriminator?.options?.includes(kind) === true;
	});
	return chosen ?? node;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
