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
 * Known differences of the fake: no signatures, `subst:` or sections; carriage returns are kept; JSON objects lose
 * the order of numeric keys; accounts have all rights, except for edits and moves of protected pages and by blocked
 * accounts (and, with `strict`, edits of the interface and other users' scripts); edit counts do not grow; protection
 * and blocks never expire; log entries share ids with revisions, and recent changes are in their order (MediaWiki
 * puts a redirect's deletion after the move that caused it); tags keep their insertion order; continuations only
 * agree on what they leave for later; log entries cannot be hidden, and nobody sees hidden data.
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
