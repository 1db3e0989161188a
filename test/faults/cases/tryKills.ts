import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCache } from '../../../bot/cycle/cache/cacheFile.ts';
import { buildBot } from '../../bot/commands/buildBot.ts';
import type { FaultOptions, FaultRow } from '../part.ts';
import { startFaultWorld } from '../world/faultWorld.ts';
import { tryKill, runWithoutKill, type KillCase } from './killCase.ts';

/** Kills the process at each of its requests: on arrival, and after the wiki processed it. */
export async function tryKills({ seed, every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const [world, built, folder] = await Promise.all([
		startFaultWorld(),
		buildBot(),
		mkdtemp(join(tmpdir(), 'wikilearn-')),
	]);
	try {
		const run = { main: built.main, cache: join(folder, 'cache'), cacheBefore: join(folder, 'before') };
		await writeCache(run.cacheBefore, world.cache);
		const { wiki, requests } = await runWithoutKill(world, run);
		const all = Array.from({ length: requests }, (_, index) => index).flatMap((index): KillCase[] => [
			{ index, wiki: 'never-acts' },
			{ index, wiki: 'acts' },
		]);
		const cases = all.filter((_, index) => index % every === seed % every);
		print(`${requests} requests, ${cases.length} of ${all.length} cases`);
		const lost: string[] = [];
		for (const killCase of cases) {
			const outcome = await tryKill(world, run, killCase, wiki);
			const name = `killed at request ${killCase.index}, the wiki ${killCase.wiki}`;
			if (outcome.lost.length > 0) lost.push(`${name}: ${outcome.lost.join('; ')}`);
			if (outcome.extra.length > 0) print(`${name}: edited more often: ${outcome.extra.join(', ')}`);
		}
		for (const loss of lost) print(`LOST: ${loss}`);
		const detail = lost[0] ?? `${requests} requests, before and after the wiki acted`;
		return [{ name: 'the process killed', times: cases.length, lost: lost.length, detail }];
	} finally {
		await Promise.all([world.stop(), rm(folder, { recursive: true, force: true })]);
	}
}
