import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { createJsonSchema } from './createJsonSchema.ts';
import { buildGadget } from './buildGadget.ts';

/**
 * Writes into a folder: `gadget/` (each page of the MediaWiki namespace as a file named after it, and nothing else),
 * `bot/`, and `programme.schema.json`, the JSON Schema of programme pages for editors that understand it.
 * @throws Error saying which page cannot be made, and why
 */
export async function build(dist: URL): Promise<void> {
	await writeGadget(new URL('gadget/', dist));
	await buildBot(new URL('bot/', dist));
	const schema = new URL('programme.schema.json', dist);
	await writeFile(schema, `${JSON.stringify(createJsonSchema(), null, '\t')}\n`);
}

/** In place, so that who reads meanwhile never finds a page missing. */
async function writeGadget(folder: URL): Promise<void> {
	const pages = await buildGadget();
	await mkdir(folder, { recursive: true });
	await Promise.all(pages.map((page) => writeFile(new URL(page.name, folder), page.text)));
	const pageNames = new Set(pages.map(({ name }) => name));
	const stale = (await readdir(folder)).filter((name) => !pageNames.has(name));
	await Promise.all(stale.map((name) => rm(new URL(name, folder), { recursive: true })));
}

const BOT_SOURCE = new URL('../../bot/', import.meta.url);

/** Writes the bot as one file, with the pages that it deploys beside it; its packages stay in `node_modules`. */
async function buildBot(folder: URL): Promise<void> {
	await bundle({
		entryPoints: [fileURLToPath(new URL('main.ts', BOT_SOURCE))],
		outfile: fileURLToPath(new URL('main.js', folder)),
		bundle: true,
		packages: 'external',
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
	});
	await cp(new URL('deploy/pages/', BOT_SOURCE), new URL('pages/', folder), { recursive: true });
}
