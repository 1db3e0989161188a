import { describe, expect, it } from 'vitest';
import { LAYERS, readProductSources, type Layer } from './productSources.ts';

/** Packages and own layers that a layer may import besides itself; of those with a `:` or `/` at the end all that begins so. */
const ALLOWED: Readonly<Record<Layer, readonly string[]>> = {
	// The second makes the programme page's JSON Schema, at build time only.
	shared: ['valibot', '@valibot/to-json-schema', '@noble/hashes/', 'leven'],
	gadget: ['shared'],
	bot: [
		'shared',
		'valibot',
		'mwn',
		'luxon',
		'node-cron',
		'commander',
		'diff',
		'jsonc-parser',
		'p-map',
		'node:',
	],
};

/** Names that a layer's code may not use: clocks and chance in `shared/`, the console anywhere but at the bot's edge. */
const FORBIDDEN: Readonly<Record<Layer, RegExp>> = {
	shared:
		/\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|window\.|document\.|mw\.|globalThis\b|console\.)/,
	gadget: /\b(require\('(?!\.\/)|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\()/,
	bot: /\b(innerHTML|eval\()/,
};

const sources = readProductSources().map(({ imports, ...source }) => ({
	...source,
	imports: imports.map(({ target }) => target),
}));

function isAllowed(layer: Layer, name: string): boolean {
	const top = name.split('/')[0] ?? '';
	const target = LAYERS.some((one) => one === top) ? top : name;
	return (
		target === layer ||
		ALLOWED[layer].some(
			(allowed) => target === allowed || (/[:/]$/.test(allowed) && target.startsWith(allowed)),
		)
	);
}

/** Without comments, in which anything may be named. */
function stripComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
}

describe('layer boundaries', () => {
	it('finds the sources', () => {
		expect(sources.length).toBeGreaterThan(50);
	});

	it.each(LAYERS)('%s imports only allowed modules', (layer) => {
		const wrong = sources
			.filter((source) => source.layer === layer)
			.flatMap(({ path, imports }) =>
				imports.filter((name) => !isAllowed(layer, name)).map((name) => `${path}: ${name}`),
			);
		expect(wrong).toEqual([]);
	});

	it.each(LAYERS)('%s uses no forbidden globals', (layer) => {
		const wrong = sources.filter(
			(source) => source.layer === layer && FORBIDDEN[layer].test(stripComments(source.text)),
		);
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	it('only bot/wiki imports mwn', () => {
		const importers = sources.filter(({ imports }) => imports.includes('mwn')).map(({ path }) => path);
		expect(importers).not.toEqual([]);
		expect(importers.filter((path) => !path.startsWith('bot/wiki/'))).toEqual([]);
	});

	it('has no import cycles', () => {
		const targets = new Map(sources.map(({ path, imports }) => [path, imports]));
		expect(findCycle(targets)).toEqual([]);
	});

	it('detects an import cycle', () => {
		const looped = new Map([
			['a', ['b']],
			['b', ['c']],
			['c', ['b']],
		]);
		expect(findCycle(looped)).toEqual(['b', 'c', 'b']);
	});
});

/** The first cycle found, its first file repeated at its end; empty if there is none. */
function findCycle(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
	const done = new Set<string>();
	const visit = (path: string, trail: readonly string[]): readonly string[] => {
		const at = trail.indexOf(path);
		if (at >= 0) return [...trail.slice(at), path];
		if (done.has(path)) return [];
		for (const target of targets.get(path) ?? []) {
			const cycle = visit(target, [...trail, path]);
			if (cycle.length > 0) return cycle;
		}
		done.add(path);
		return [];
	};
	for (const path of targets.keys()) {
		const cycle = visit(path, []);
		if (cycle.length > 0) return cycle;
	}
	return [];
}
