import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../bot/main.ts', import.meta.url));

/** Writes the bot as one file; its packages stay in `node_modules`. */
export async function buildBot(folder: URL): Promise<void> {
	if (!existsSync(entry)) return;
	await build({
		entryPoints: [entry],
		outfile: fileURLToPath(new URL('main.js', folder)),
		bundle: true,
		packages: 'external',
		platform: 'node',
		target: 'node20',
		format: 'esm',
		banner: { js: '#!/usr/bin/env node' },
		logLevel: 'warning',
	});
}
