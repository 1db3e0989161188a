import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBookmark } from '../../../bot/cycle/cache/writeCache.ts';
import { buildBot } from '../../bot/commands/buildBot.ts';
import type { FaultOptions } from '../part.ts';
import type { Row } from '../row.ts';
import { startFaultWorld } from '../world/faultWorld.ts';
import { tryKill, withoutKill, type KillCase } from './killCase.ts';

/** The process is killed at each of its requests, as it arrives and after the wiki acted. */
export async function tryKills({ seed, every, tell }: FaultOptions): Promise<readonly Row[]> {
	const [world, built, folder] = await Promise.all([
		startFaultWorld(),
		buildBot(),
		mkdtemp(join(tmpdir(), 'wikilearn-')),
	]);
	try {
		const run = { main: built.main, cache: join(folder, 'cache'), cacheBefore: join(folder, 'before') };
		await writeBookmark(run.cacheBefore, world.bookmark);
		const { wiki, requests } = await withoutKill(world, run);
		const all = Array.from({ length: requests }, (_, index) => index).flatMap((index): KillCase[] => [
			{ index, wiki: 'never-acts' },
			{ index, wiki: 'acts' },
		]);
		const cases = all.filter((_, index) => index % every === seed % every);
		tell(`${requests} requests, ${cases.length} of ${all.length} cases`);
		const lost: string[] = [];
		for (const one of cases) {
			const outcome = await tryKill(world, run, one, wiki);
			const name = `killed at request ${one.index}, the wiki ${one.wiki}`;
			if (outcome.lost.length > 0) lost.push(`${name}: ${outcome.lost.join('; ')}`);
			if (outcome.extra.length > 0) tell(`${name}: edited more often: ${outcome.extra.join(', ')}`);
		}
		for (const what of lost) tell(`LOST: ${what}`);
		const detail = lost[0] ?? `${requests} requests, before and after the wiki acted`;
		return [{ tried: 'the process killed', times: cases.length, lost: lost.length, detail }];
	} finally {
		await Promise.all([world.stop(), rm(folder, { recursive: true, force: true })]);
	}
}
