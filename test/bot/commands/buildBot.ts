import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../../../gadget/build/build.ts';

export interface BuiltBot {
	/** `main.js`, to be run by node. */
	readonly main: string;
	/** The gadget's pages, as files. */
	readonly gadget: URL;
	remove(): Promise<void>;
}

/** Builds the product into a folder of its own (below the repository, where its packages are found). */
export async function buildBot(): Promise<BuiltBot> {
	const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(`${cache}bot-`);
	const dist = pathToFileURL(`${folder}/`);
	await build(dist);
	return {
		main: fileURLToPath(new URL('bot/main.js', dist)),
		gadget: new URL('gadget/', dist),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}
