import { mkdir, rm, writeFile } from 'node:fs/promises';
import { buildBot } from './buildBot.ts';
import { buildGadget } from './buildGadget.ts';

/**
 * Writes `gadget/` (each page of the MediaWiki namespace as a file named after it) and `bot/` into a folder, in place
 * of what stood there.
 * @throws Error saying which page cannot be made, and why
 */
export async function build(dist: URL): Promise<void> {
	const pages = await buildGadget();
	const folder = new URL('gadget/', dist);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await Promise.all(pages.map((page) => writeFile(new URL(page.name, folder), page.text)));
	await buildBot(new URL('bot/', dist));
}
