import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		globalSetup: ['test/wiki/globalSetup.ts'],
		include: ['test/**/*.test.ts'],
		// Two cores: a MediaWiki, a browser and the tests share them.
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 180_000,
	},
});
