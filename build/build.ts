import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { buildBot } from './buildBot.ts';
import { buildGadget } from './buildGadget.ts';

/**
 * Writes `gadget/` (each page of the MediaWiki namespace as a file named after it, and nothing else) and `bot/` into a
 * folder.
 * @throws Error saying which page cannot be made, and why
 */
export async function build(dist: URL): Promise<void> {
	await writeGadget(new URL('gadget/', dist));
	await buildBot(new URL('bot/', dist));
}

/** In place, so that who reads meanwhile never finds a page missing. */
async function writeGadget(folder: URL): Promise<void> {
	const pages = await buildGadget();
	await mkdir(folder, { recursive: true });
	await Promise.all(pages.map((page) => writeFile(new URL(page.name, folder), page.text)));
	const wanted = new Set(pages.map(({ name }) => name));
	const stale = (await readdir(folder)).filter((name) => !wanted.has(name));
	await Promise.all(stale.map((name) => rm(new URL(name, folder), { recursive: true })));
}
