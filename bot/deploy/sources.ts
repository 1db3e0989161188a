import { existsSync } from 'node:fs';
import type { Sources } from './collectPages.ts';

/**
 * Where the pages lie that are deployed: around `dist/bot/main.js` once built, and in the repository when run from its
 * sources.
 *
 * @returns null where the gadget has not been built
 */
export function findSources(): Sources | null {
	const sources = import.meta.url.endsWith('/main.js')
		? { gadget: new URL('../gadget/', import.meta.url), pages: new URL('./pages/', import.meta.url) }
		: {
				gadget: new URL('../../dist/gadget/', import.meta.url),
				pages: new URL('../pages/', import.meta.url),
			};
	return existsSync(new URL('Gadgets-definition', sources.gadget)) ? sources : null;
}
