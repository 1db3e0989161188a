import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { createJsonSchema } from './createJsonSchema.ts';
import { buildGadget } from './buildGadget.ts';

/**
 * Writes to a folder: `gadget/` (only the pages of the MediaWiki namespace, one file named after each), `bot/`, and
 * `programme.schema.json` (the JSON Schema of programme pages, for editors that support it).
 * @throws Error naming the page that cannot be built, and why
 */
export async function build(dist: URL): Promise<void> {
	await writeGadget(new URL('gadget/', dist));
	await buildBot(new URL('bot/', dist));
	const schema = new URL('programme.schema.json', dist);
	await writeFile(schema, `${JSON.stringify(createJsonSchema(), null, '\t')}\n`);
}

/** Replaces files in place, so that concurrent readers never find a page missing. */
async function writeGadget(folder: URL): Promise<void> {
	const pages = await buildGadget();
	await mkdir(folder, { recursive: true });
	await Promise.all(pages.map((page) => writeFile(new URL(page.name, folder), page.text)));
	const pageNames = new Set(pages.map(({ name }) => name));
	const stale = (await readdir(folder)).filter((name) => !pageNames.has(name));
	await Promise.all(stale.map((name) => rm(new URL(name, folder), { recursive: true })));
}

const BOT_SOURCE = new URL('../../bot/', import.meta.url);

/** Bundles the bot into one file and writes the pages that it deploys next to it. Packages stay in `node_modules`. */
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
