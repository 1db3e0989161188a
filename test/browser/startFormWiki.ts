import { join } from 'node:path';
import { build } from '../../gadget/build/build.ts';
import { PASSWORD } from '../demo/accounts.ts';
import { startDemoWiki, type DemoWiki } from '../demo/startDemoWiki.ts';
import { cacheDir } from '../wiki/cacheDir.ts';
import { withLock } from '../wiki/withLock.ts';

/** The demo's wiki with the gadget as it is in the sources now. */
export async function startFormWiki(): Promise<DemoWiki> {
	await withLock(join(cacheDir, 'locks/build'), () => build(new URL('../../dist/', import.meta.url)));
	const demo = await startDemoWiki(() => undefined);
	// The team's account, which receives the addresses.
	await demo.wiki.createAccount({
		name: demo.programme.contact.account,
		password: PASSWORD,
		email: 'team@example.org',
	});
	return demo;
}
