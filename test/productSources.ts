import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export const LAYERS = ['shared', 'gadget', 'bot'] as const;
export type Layer = (typeof LAYERS)[number];

/** Runs at build time, in Node; no part of the gadget. */
const BUILD = join('gadget', 'build');

interface Import {
	/** A file of the product, or the name of a package. */
	readonly target: string;
	/** Erased by the compiler: it brings names only. */
	readonly isType: boolean;
	/** The names that are imported. */
	readonly names: readonly string[];
}

/** A file of the product. */
export interface ProductSource {
	readonly layer: Layer;
	readonly path: string;
	readonly text: string;
	readonly imports: readonly Import[];
	readonly syntax: ts.SourceFile;
}

/** Every TypeScript file of the product, without the gadget's build. */
export function readProductSources(): readonly ProductSource[] {
	return LAYERS.flatMap((layer) =>
		readdirSync(layer, { recursive: true, encoding: 'utf8' })
			.map((file) => join(layer, file))
			.filter((path) => path.endsWith('.ts') && !path.startsWith(BUILD))
			.sort()
			.map((path) => readSource(layer, path)),
	);
}

function readSource(layer: Layer, path: string): ProductSource {
	const text = readFileSync(path, 'utf8');
	const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const imports: Import[] = [];
	const visit = (node: ts.Node): void => {
		const found = importIn(node, path);
		if (found) imports.push(found);
		ts.forEachChild(node, visit);
	};
	visit(syntax);
	return { layer, path, text, imports, syntax };
}

function importIn(node: ts.Node, path: string): Import | null {
	if (ts.isImportDeclaration(node)) {
		const named = node.importClause?.namedBindings;
		const elements = named && ts.isNamedImports(named) ? [...named.elements] : [];
		const isType =
			node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
			(elements.length > 0 && !node.importClause?.name && elements.every(({ isTypeOnly }) => isTypeOnly));
		const names = elements.map(({ name, propertyName }) => (propertyName ?? name).text);
		return { target: targetOf(node.moduleSpecifier, path), isType, names };
	}
	if (ts.isExportDeclaration(node) && node.moduleSpecifier)
		return { target: targetOf(node.moduleSpecifier, path), isType: node.isTypeOnly, names: [] };
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
		return { target: targetOf(node.arguments[0], path), isType: false, names: [] };
	return null;
}

function targetOf(specifier: ts.Expression, path: string): string {
	const name = ts.isStringLiteralLike(specifier) ? specifier.text : '';
	return name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
}
