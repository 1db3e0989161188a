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

/**
 * Where the fake is knowingly different: signatures, `subst:` and sections are not known; carriage returns stay; JSON
 * objects lose the order of keys that are numbers; accounts may do what they like, apart from edits and moves of
 * protected pages and by blocked accounts (and, with `strict`, of the interface and of other people's scripts); edit
 * counts do not grow; protection and blocks have no end; ids of log entries are among those of revisions, and recent
 * changes are in their order (MediaWiki puts a redirect's deletion after the move that needed it); tags come in the order
 * in which they were set; continuations are the same only in what they leave for later; log entries cannot be hidden
 * themselves, and nobody sees what is hidden.
 */
describe('the fake wiki responds like a real one after', () => {
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
		const observed: Observed[] = [];
		const seen: Observed[] = [];

		beforeAll(async () => {
			for (const world of worlds) {
				observed.push(await play(world));
				seen.push(await observe(world, titles));
			}
		});

		it('results returned to users', () => {
			expect(observed[0]).toEqual(observed[1]);
		});
		it.each(QUESTIONS)('%s', (question) => {
			expect(seen[0]?.[question]).toEqual(seen[1]?.[question]);
		});
	});
});
