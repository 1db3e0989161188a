import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { startBenchWiki } from './cycles/benchWiki.ts';
import { measureCycles } from './cycles/measureCycles.ts';
import { isWithin, type Figure } from './figure.ts';
import { measureForm } from './form/measureForm.ts';
import { measureBaselines } from './baselines/measureBaselines.ts';
import { measurePure } from './pure/measurePure.ts';
import { measureSessions } from './sessions/measureSessions.ts';
import { formatAsJson, formatAsTable } from './formatFigures.ts';
import { updateFigures } from './updateFigures.ts';

const PARTS = ['cycles', 'peers', 'memory', 'form', 'sessions'] as const;
const README = new URL('README.md', import.meta.url);
type Part = (typeof PARTS)[number];

interface Options {
	readonly json?: true;
	readonly write?: true;
	readonly largest: string;
	readonly edits: string;
}

const command = new Command('npm run bench --')
	.description('Measures what everything costs, on a MediaWiki of its own.')
	.argument('[parts...]', `some of ${PARTS.join(', ')}; all if left out`)
	.option('--json', 'one JSON object a line')
	.option('--write', 'replace the tables of these parts in test/bench/README.md')
	.option('--largest <n>', 'no more applications or people than these', '100000')
	.option(
		'--edits <n>',
		'up to so many applications, all edits of a first cycle are made, not counted only',
		'100',
	)
	.action(async (parts: readonly string[], options: Options) => {
		const unknown = parts.filter((part) => !PARTS.some((name) => name === part));
		if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
		const selectedParts = PARTS.filter((part) => parts.length === 0 || parts.includes(part));
		const measured = new Map<Part, Figure[]>();
		const report: Report = (part, newFigures) => {
			measured.set(part, [...(measured.get(part) ?? []), ...newFigures]);
			if (options.json) console.log(formatAsJson(newFigures));
		};
		await measure(new Set(selectedParts), Number(options.largest), Number(options.edits), report);
		const figures = [...measured.values()].flat();
		if (!options.json) console.log(formatAsTable(figures));
		if (options.write) await writeFigures(measured, options);
		if (!figures.every(isWithin)) process.exitCode = 1;
	});

/** Told of figures as they come: the whole takes a while. */
type Report = (part: Part, figures: readonly Figure[]) => void;

async function measure(
	parts: ReadonlySet<Part>,
	largest: number,
	edits: number,
	report: Report,
): Promise<void> {
	if (parts.has('memory')) report('memory', await measurePure(largest));
	if (parts.has('sessions')) report('sessions', measureSessions(largest));
	if (parts.has('form')) report('form', await measureForm(print));
	const onWiki = parts.has('cycles') || parts.has('peers') ? [100, 1_000, 10_000] : [];
	for (const n of onWiki.filter((size) => size <= largest)) await measureWiki(n, parts, edits, report);
}

/** Scripts that ask page by page are not let loose on 10,000. */
const MAX_FOR_BASELINES = 1_000;

async function measureWiki(
	n: number,
	parts: ReadonlySet<Part>,
	edits: number,
	report: Report,
): Promise<void> {
	if (!parts.has('cycles') && n > MAX_FOR_BASELINES) return;
	const bench = await startBenchWiki(n, print);
	try {
		if (parts.has('cycles'))
			for (const batch of [500, 50] as const)
				report('cycles', await measureCycles(bench, batch, n <= edits, print));
		if (parts.has('peers') && n <= MAX_FOR_BASELINES) report('peers', await measureBaselines(bench));
	} finally {
		await bench.stop();
	}
}

async function writeFigures(
	measured: ReadonlyMap<Part, readonly Figure[]>,
	{ largest, edits }: Options,
): Promise<void> {
	const context = {
		date: new Date().toISOString().slice(0, 10),
		nodeVersion: process.version,
		options: `--largest ${largest} --edits ${edits}`,
	};
	await writeFile(README, updateFigures(await readFile(README, 'utf8'), measured, context, PARTS));
}

function print(line: string): void {
	process.stderr.write(`  ${line}\n`);
}

await command.parseAsync();
