import * as v from 'valibot';

/** The parts of valibot's schemas that lead to other schemas. */
export interface SchemaNode {
	readonly type: string;
	/** Of a variant: the key that decides. */
	readonly key?: unknown;
	readonly entries?: Readonly<Record<string, SchemaNode>>;
	readonly item?: SchemaNode;
	readonly value?: SchemaNode;
	readonly wrapped?: SchemaNode;
	/** Schemas of a union or variant, values of a picklist. */
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
	readonly getter?: (input: unknown) => SchemaNode;
}

/** The schema of the value to which the steps lead from `input`, with variants chosen by what stands there. */
export function schemaAt(
	root: SchemaNode,
	input: unknown,
	steps: readonly unknown[],
): SchemaNode | undefined {
	let node = resolve(root, input);
	let value = input;
	for (const step of steps) {
		// A variant that is still one here does not know what stands at its key.
		if (node?.type === 'variant' && step === node.key) return node;
		value = isObject(value) ? value[String(step)] : undefined;
		node = resolve(entryOf(node, step), value);
	}
	return node;
}

/** What is right at a place, in words, and examples of it. */
export function toldOf(node: SchemaNode | undefined): {
	readonly expected?: string;
	readonly examples?: readonly unknown[];
} {
	return node === undefined ? {} : v.getMetadata(node as unknown as v.GenericSchema);
}

/** The schema of an item, of a key's value, or of the texts in a map of languages. */
export function entryOf(node: SchemaNode | undefined, step: unknown): SchemaNode | undefined {
	if (typeof step === 'number') return node?.item;
	const key = String(step);
	if (node?.entries)
		return Object.prototype.hasOwnProperty.call(node.entries, key) ? node.entries[key] : undefined;
	return (node?.options as readonly SchemaNode[] | undefined)?.find(({ type }) => type === 'record')?.value;
}

/** Looks through what only wraps: optional, lazy, and the choice of a variant. */
export function resolve(node: SchemaNode | undefined, value: unknown): SchemaNode | undefined {
	if (node?.wrapped) return resolve(node.wrapped, value);
	if (node?.getter) return resolve(node.getter(value), value);
	if (node?.type !== 'variant' || !isObject(value)) return node;
	const kind = value[String(node.key)];
	const chosen = (node.options as readonly SchemaNode[]).find((option) => {
		const discriminator = entryOf(option, node.key);
		return discriminator?.literal === kind || discriminator?.options?.includes(kind) === true;
	});
	return chosen ?? node;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
