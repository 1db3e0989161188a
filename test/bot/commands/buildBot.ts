import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../../gadget/build/build.ts';
import { digestOf } from '../../wiki/digestOf.ts';
import { makeOnce } from '../../wiki/makeOnce.ts';

export interface BuiltBot {
	/** `main.js`, to be run by node. */
	readonly main: string;
	/** The gadget's pages, as files. */
	readonly gadget: URL;
}

/** Builds the product as it is in the sources now, once for all tests (below the repository, where its packages are found). */
export async function buildBot(): Promise<BuiltBot> {
	const folder = await makeOnce('builds', [await digestOf(['shared', 'gadget', 'bot'])], (fresh) =>
		build(pathToFileURL(`${fresh}/`)),
	);
	return { main: join(folder, 'bot/main.js'), gadget: pathToFileURL(`${folder}/gadget/`) };
}
