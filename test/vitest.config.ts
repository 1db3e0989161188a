import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowestFirst.ts';

/** What needs a real MediaWiki, or a browser on one. */
const onWiki = ['test/wiki/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/**/*.wiki.test.ts'];
/** Counts the work of functions that have not run before. */
const alone = ['test/faults/hostile/hostile.test.ts'];
/** Measures what its process holds in memory. */
const aloneOnWiki = ['test/faults/soak.wiki.test.ts'];

const root = new URL('..', import.meta.url).pathname;
// tsx keeps what it compiled in the system's temporary folder; nothing is to be left there.
const env = { TSX_DISABLE_CACHE: '1' };

const unit = {
	root,
	// Two cores.
	maxWorkers: 2,
	sequence: { groupOrder: 0 },
	pool: 'threads',
	testTimeout: 120_000,
	hookTimeout: 120_000,
	// A test that needs a wiki or a browser after all fails, and is to be named otherwise.
	env: { ...env, MEDIAWIKI_DIR: '/no/wiki/in/unit/tests', CHROMIUM: '/no/browser/in/unit/tests' },
} as const;

const wiki = {
	root,
	// While one test waits for a page to come to rest, two others go on.
	maxWorkers: 3,
	sequence: { groupOrder: 1 },
	env,
	pool: 'forks',
	globalSetup: 'test/wiki/globalSetup.ts',
	testTimeout: 180_000,
	hookTimeout: 300_000,
} as const;

export default defineConfig({
	test: {
		sequence: { sequencer: SlowestFirst },
		projects: [
			{
				test: {
					...unit,
					name: 'unit',
					include: ['test/**/*.test.ts'],
					exclude: [...onWiki, ...alone],
					// What one file imports is there for the next one; so below.
					isolate: false,
				},
			},
			{ test: { ...unit, name: 'unit-alone', include: alone } },
			{ test: { ...wiki, name: 'wiki', include: onWiki, exclude: aloneOnWiki, isolate: false } },
			{ test: { ...wiki, name: 'wiki-alone', include: aloneOnWiki } },
		],
	},
});
