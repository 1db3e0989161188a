import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../bot/cycle/seededRandom.ts';
import { createFakeWorld } from './createFakeWorld.ts';
import { observe } from './observe.ts';
import { createPlaces, randomAction } from './randomActions.ts';
import { startRealWorld } from './startRealWorld.ts';
import type { World } from './world.ts';

const [SEED, COUNT, STEPS] = ['WORLD_SEED', 'WORLD_COUNT', 'WORLD_STEPS'].map((name, index) =>
	Number(process.env[name] ?? [1, 3, 20][index]),
) as [number, number, number];

/** Set `WORLD_SEED=… WORLD_COUNT=… WORLD_STEPS=…` for other or more runs. */
describe('the fake wiki responds like a real one after random actions', () => {
	let worlds: readonly [World, World];

	beforeAll(async () => {
		const real = await startRealWorld();
		const version = real.wiki.installation.version.startsWith('1.39.') ? '1.39' : '1.43';
		worlds = [createFakeWorld(version), real];
		for (const world of worlds)
			for (const name of ['Ana', 'Ben', 'Eve', 'Rita']) await world.createAccount(name);
	});
	afterAll(() => Promise.all(worlds.map((world) => world.stop())));

	it.each(Array.from({ length: COUNT }, (_, index) => SEED + index))('seed %i', async (seed) => {
		const [fake, real] = worlds;
		const randoms = [new SeededRandom(seed), new SeededRandom(seed)] as const;
		const places = createPlaces(`R${seed}`);
		const done: string[] = [];
		for (let step = 0; step < STEPS; step++) {
			const outcome = await randomAction(real, randoms[1], places).catch((error: unknown) => {
				throw new Error(done.join('\n'), { cause: error });
			});
			done.push(outcome);
			expect(await randomAction(fake, randoms[0], places), done.join('\n')).toBe(outcome);
			if (step % 5 < 4) continue;
			expect(await observe(fake, places), done.join('\n')).toEqual(await observe(real, places));
		}
	});
});
