import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bot = new URL('../../bot/', import.meta.url);

/** Writes the bot as one file, with the pages that it deploys beside it; its packages stay in `node_modules`. */
export async function buildBot(folder: URL): Promise<void> {
	const entry = fileURLToPath(new URL('main.ts', bot));
	if (!existsSync(entry)) return;
	await build({
		entryPoints: [entry],
		outfile: fileURLToPath(new URL('main.js', folder)),
		bundle: true,
		packages: 'external',
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
	});
	await cp(new URL('pages/', bot), new URL('pages/', folder), { recursive: true });
}
