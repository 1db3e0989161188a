import { dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LAYERS, readProductSources, type ProductSource } from './productSources.ts';

const sources = readProductSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

/** Each folder imports its own layer's folders above it only. */
const FOLDERS = [
	'shared/wikitext',
	'shared/i18n',
	'shared/wiki',
	'shared/programme',
	'shared/application',
	'shared/actions',
	'shared/history',
	'shared/notices',
	'shared/rules',

	// The entry, which imports nothing, and what every other folder may use.
	'gadget',
	'gadget/ui',
	'gadget/course',
	'gadget/wiki',
	'gadget/questions',
	'gadget/requirements',
	'gadget/submit',
	'gadget/my-application',
	'gadget/form',
	'gadget/review',

	'bot/operations',
	'bot/wiki',
	'bot/sessions',
	'bot/plan',
	'bot/render',
	'bot/cycle',
	'bot/deploy',
	'bot/commands',
	'bot',
];

const MAX_ROOMS = 8;
const MAX_FILE_LINES = 300;
const FUNCTION_LINES = { median: 8, of90: 20, longest: 60 };
const RUN_CYCLE_LINES = 25;

describe('the folders', () => {
	it('are all in the order', () => {
		const rooms = new Set(sources.map(({ path }) => roomOf(path)));
		expect([...rooms].sort()).toEqual([...FOLDERS].sort());
	});

	it('import only what is above them', () => {
		const wrong = edges(roomOf).filter(({ from, to }) => FOLDERS.indexOf(to) > FOLDERS.indexOf(from));
		expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
	});

	it('do not import each other in a circle, however deep they are', () => {
		expect(findCircle(edges(dirname))).toEqual([]);
	});

	it('of the bot are few', () => {
		expect(FOLDERS.filter((folder) => folder.startsWith('bot/')).length).toBeLessThanOrEqual(MAX_ROOMS);
	});
});

describe('files and functions', () => {
	const functions = sources.flatMap(functionsIn);
	const lengths = functions.map(({ lines }) => lines).sort((a, b) => a - b);
	const share = (part: number): number | undefined => lengths[Math.floor(lengths.length * part)];

	it('no file is long', () => {
		const long = sources.filter(({ text }) => text.split('\n').length - 1 > MAX_FILE_LINES);
		expect(long.map(({ path }) => path)).toEqual([]);
	});

	it('no function is long, and most are short', () => {
		const { median, of90, longest } = FUNCTION_LINES;
		expect(functions.filter(({ lines }) => lines > longest)).toEqual([]);
		expect(share(0.5)).toBeLessThanOrEqual(median);
		expect(share(0.9)).toBeLessThanOrEqual(of90);
	});

	it('a cycle is three steps', () => {
		const [runCycle] = functions.filter(({ name }) => name === 'runCycle');
		expect(runCycle?.lines).toBeLessThanOrEqual(RUN_CYCLE_LINES);
	});

	it('nothing has the type any', () => {
		expect(sources.filter(({ syntax }) => hasAny(syntax)).map(({ path }) => path)).toEqual([]);
	});
});

/** Nobody can ask a wiki anything without a port: neither these files nor what they load name one. */
describe('what decides asks nobody', () => {
	const pure = sources.filter(
		({ path }) =>
			path === 'bot/cycle/planCycle.ts' || ['bot/plan', 'bot/render', 'bot/sessions'].includes(roomOf(path)),
	);

	it.each(pure.map(({ path }) => path))('%s', (path) => {
		const reached = reachedFrom(path).filter((source) => roomOf(source.path) !== 'shared/wiki');
		const ports = reached.filter(({ imports }) =>
			imports.some(
				({ target, names }) =>
					target === 'mwn' ||
					roomOf(target) === 'bot/wiki' ||
					(target === 'shared/wiki/wiki.ts' && names.includes('Wiki')),
			),
		);
		expect(ports.map((source) => source.path)).toEqual([]);
	});
});

describe('what only looks cannot write', () => {
	it.each([
		'bot/commands/status.ts',
		'bot/commands/export.ts',
		'bot/commands/sessions.ts',
		'bot/commands/check.ts',
		'bot/cycle/planCycle.ts',
		'bot/cycle/previewPlan.ts',
		'bot/cycle/readSnapshot.ts',
	])('%s', (path) => {
		const reached = reachedFrom(path);
		expect(reached.length).toBeGreaterThan(1);
		expect(reached.filter(isWriter).map((source) => source.path)).toEqual([]);
	});

	it('would see a command that writes', () => {
		expect(reachedFrom('bot/commands/run.ts').some(isWriter)).toBe(true);
	});
});

/** Sends edits. What only hands a port's edits on, as the wrappers of a port do, sends none itself. */
function isWriter({ text }: ProductSource): boolean {
	return /\.edit\((?!params\))/.test(text);
}

/** The folder below the layer, or the layer itself. */
function roomOf(path: string): string {
	return dirname(path).split('/').slice(0, 2).join('/');
}

interface Edge {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** Imports between different folders of a layer. */
function edges(folderOf: (path: string) => string): readonly Edge[] {
	return sources.flatMap(({ path, layer, imports }) =>
		imports
			.filter(({ target }) => byPath.get(target)?.layer === layer)
			.map(({ target }) => ({ file: path, from: folderOf(path), to: folderOf(target) }))
			.filter(({ from, to }) => from !== to),
	);
}

/** Folders of which each imports the next and the last the first; empty if there are none. */
function findCircle(all: readonly Edge[]): readonly string[] {
	const done = new Set<string>();
	const visit = (folder: string, trail: readonly string[]): readonly string[] => {
		if (trail.includes(folder)) return [...trail.slice(trail.indexOf(folder)), folder];
		if (done.has(folder)) return [];
		for (const { to } of all.filter(({ from }) => from === folder)) {
			const circle = visit(to, [...trail, folder]);
			if (circle.length > 0) return circle;
		}
		done.add(folder);
		return [];
	};
	for (const folder of new Set(all.map(({ from }) => from))) {
		const circle = visit(folder, []);
		if (circle.length > 0) return circle;
	}
	return [];
}

/** A file and all that is loaded with it: imports of types are gone by then. */
function reachedFrom(start: string): readonly ProductSource[] {
	const reached = new Set<ProductSource>();
	const visit = (path: string): void => {
		const source = byPath.get(path);
		if (!source || reached.has(source)) return;
		reached.add(source);
		for (const { target, isType } of source.imports) if (!isType) visit(target);
	};
	visit(start);
	return [...reached];
}

interface MeasuredFunction {
	readonly path: string;
	readonly name: string;
	readonly lines: number;
}

function functionsIn({ path, syntax }: ProductSource): readonly MeasuredFunction[] {
	const found: MeasuredFunction[] = [];
	const lineOf = (position: number): number => syntax.getLineAndCharacterOfPosition(position).line;
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && 'body' in node && node.body) {
			const name = node.name && ts.isIdentifier(node.name) ? node.name.text : '';
			found.push({ path, name, lines: lineOf(node.getEnd()) - lineOf(node.getStart()) + 1 });
		}
		ts.forEachChild(node, visit);
	};
	visit(syntax);
	return found;
}

function hasAny(node: ts.Node): boolean {
	return (
		node.kind === ts.SyntaxKind.AnyKeyword ||
		ts.forEachChild(node, (child) => hasAny(child) || undefined) === true
	);
}

it('finds the sources', () => {
	expect(LAYERS.map((layer) => sources.some((source) => source.layer === layer))).toEqual([true, true, true]);
});
