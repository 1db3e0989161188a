import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeWorld } from './createFakeWorld.ts';
import { observe, type Observed } from './observe.ts';
import { scenes } from './scenes.ts';
import { startRealWorld } from './startRealWorld.ts';
import type { World } from './world.ts';

const QUESTIONS = [
	'histories',
	'histories, oldest first, without content',
	'the newest revisions',
	'information',
	'pages by id',
	'revisions by id',
	'contributions',
	'the log',
	'recent changes',
] as const;

describe('the fake wiki answers as a real one, after', () => {
	let worlds: readonly [World, World];

	beforeAll(async () => {
		const real = await startRealWorld();
		const version = real.wiki.installation.version.startsWith('1.39.') ? '1.39' : '1.43';
		worlds = [createFakeWorld(version), real];
		for (const world of worlds) {
			for (const name of ['Ana', 'Ben', 'Eve']) await world.createAccount(name);
			await world.createAccount('Rita', ['rollbacker']);
		}
	});
	afterAll(() => Promise.all(worlds.map((world) => world.stop())));

	describe.each(scenes)('$name', ({ titles, play }) => {
		const told: Observed[] = [];
		const seen: Observed[] = [];

		beforeAll(async () => {
			for (const world of worlds) {
				told.push(await play(world));
				seen.push(await observe(world, titles));
			}
		});

		it('what people were told', () => {
			expect(told[0]).toEqual(told[1]);
		});
		it.each(QUESTIONS)('%s', (question) => {
			expect(seen[0]?.[question]).toEqual(seen[1]?.[question]);
		});
	});
});
