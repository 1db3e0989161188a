import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		globalSetup: ['test/wiki/globalSetup.ts'],
		include: ['test/**/*.test.ts'],
		// tsx keeps what it compiled in the system's temporary folder; nothing is to be left there.
		env: { TSX_DISABLE_CACHE: '1' },
		// Two cores: a MediaWiki, a browser and the tests share them.
		maxWorkers: 2,
		testTimeout: 180_000,
		hookTimeout: 300_000,
	},
});
