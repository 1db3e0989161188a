import { join } from 'node:path';
import { build } from '../../gadget/build/build.ts';
import { startDemoWiki, type DemoWiki } from '../demo/startDemoWiki.ts';
import { cacheDir } from '../wiki/cacheDir.ts';
import { withLock } from '../wiki/withLock.ts';

/** The demo's wiki with the gadget as it is in the sources now. */
export async function startFormWiki(): Promise<DemoWiki> {
	await withLock(join(cacheDir, 'locks/build'), () => build(new URL('../../dist/', import.meta.url)));
	return startDemoWiki(() => undefined);
}
