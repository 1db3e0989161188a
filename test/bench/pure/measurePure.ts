import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { cacheDir } from '../../wiki/cacheDir.ts';
import { figure, type Figure } from '../figure.ts';
import type { Measured } from './measureProcess.ts';

const run = promisify(execFile);

const SECOND = 1000;
const PROCESSES = 5;

/** Reading, assessing and rendering alone, each size in a process of its own, from one file as the bot is shipped. */
export async function measurePure(largest: number): Promise<readonly Figure[]> {
	await mkdir(cacheDir, { recursive: true });
	const folder = await mkdtemp(join(cacheDir, 'bench-'));
	try {
		const script = await bundle(folder);
		const figures: Figure[] = [];
		let before: Measured | null = null;
		for (const n of [1_000, 10_000, 100_000].filter((size) => size <= largest)) {
			const measured = await measureFastest(script, n);
			figures.push(...toFigures(n, measured, before));
			before = measured;
		}
		return figures;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Of a few processes the one that was least disturbed: what else a machine does only ever adds. Of memory the most. */
async function measureFastest(script: string, n: number): Promise<Measured> {
	const all: Measured[] = [];
	for (let time = 0; time < (n > 10_000 ? 1 : PROCESSES); time++) {
		const { stdout } = await run(process.execPath, ['--max-old-space-size=4000', script, String(n)]);
		all.push(JSON.parse(stdout) as Measured);
	}
	const best = all.reduce((fastest, measured) => (measured.coldMs < fastest.coldMs ? measured : fastest));
	return { ...best, peakMB: Math.max(...all.map(({ peakMB }) => peakMB)) };
}

/** A figure that is promised for 10,000. */
function budgetAt10000(n: number, budget: number): { readonly budget: number } | undefined {
	return n === 10_000 ? { budget } : undefined;
}

function toFigures(n: number, measured: Measured, before: Measured | null): readonly Figure[] {
	const { coldMs, warmMs, stages, peakMB } = measured;
	const growth = before ? [figure(name, n, warmMs / before.warmMs, 'times', budgetAt10000(n, 11))] : [];
	return [
		figure(name, n, coldMs, 'ms', budgetAt10000(n, SECOND)),
		figure(name, n, peakMB, 'MB', budgetAt10000(n, 200)),
		...growth,
		figure(`${name}, once warm`, n, warmMs, 'ms'),
		...Object.entries(stages).map(([stage, ms]) => figure(`of it: ${stage}`, n, ms, 'ms')),
	];
}

const name = 'read, assess, plan and render in memory';

/** One file with all its packages: to be profiled as well (`node --cpu-prof FILE 10000`). */
async function bundle(folder: string): Promise<string> {
	const outfile = join(folder, 'child.mjs');
	await build({
		entryPoints: [fileURLToPath(new URL('measureProcess.ts', import.meta.url))],
		outfile,
		bundle: true,
		packages: 'external',
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
	});
	return outfile;
}
