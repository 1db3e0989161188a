import * as v from 'valibot';

/** The parts of valibot's schemas that lead to other schemas. */
export interface SchemaNode {
	readonly type: string;
	readonly key?: string;
	readonly entries?: Readonly<Record<string, SchemaNode>>;
	readonly item?: SchemaNode;
	readonly value?: SchemaNode;
	readonly wrapped?: SchemaNode;
	/** Schemas of a union or variant, values of a picklist. */
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
	readonly getter?: (input: unknown) => SchemaNode;
}

/** What is known of a place on the page. */
export interface Told {
	readonly expected?: string;
	readonly examples?: readonly unknown[];
}

/** The schema of the value to which the steps lead from `input`, with variants chosen by what stands there. */
export function schemaAt(
	root: v.GenericSchema,
	input: unknown,
	steps: readonly unknown[],
): SchemaNode | undefined {
	let node = resolve(root, input);
	let value = input;
	for (const step of steps) {
		value = isObject(value) ? value[String(step)] : undefined;
		// A variant that is still one here does not know what stands at its key.
		if (node?.type === 'variant' && step === node.key) return node;
		const next: SchemaNode | undefined =
			typeof step === 'number' ? node?.item : (ownEntry(node, String(step)) ?? recordValue(node));
		node = resolve(next, value);
	}
	return node;
}

export function toldOf(node: SchemaNode | undefined): Told {
	return node === undefined ? {} : v.getMetadata(node as unknown as v.GenericSchema);
}

/** Looks through what only wraps: optional, lazy, and the choice of a variant. */
function resolve(node: SchemaNode | undefined, value: unknown): SchemaNode | undefined {
	if (node?.wrapped) return resolve(node.wrapped, value);
	if (node?.getter) return resolve(node.getter(value), value);
	if (node?.type !== 'variant' || node.key === undefined || !isObject(value)) return node;
	const { key } = node;
	const kind = value[key];
	return (
		(node.options as readonly SchemaNode[]).find((option) => accepts(ownEntry(option, key), kind)) ?? node
	);
}

function accepts(discriminator: SchemaNode | undefined, kind: unknown): boolean {
	return discriminator?.literal === kind || discriminator?.options?.includes(kind) === true;
}

function ownEntry(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
	return node?.entries && Object.prototype.hasOwnProperty.call(node.entries, key)
		? node.entries[key]
		: undefined;
}

/** Of a language map: the schema of its texts. */
function recordValue(node: SchemaNode | undefined): SchemaNode | undefined {
	const record = (node?.options as readonly SchemaNode[] | undefined)?.find(({ type }) => type === 'record');
	return record?.value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
