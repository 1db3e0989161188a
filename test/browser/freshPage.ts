import type { Browser, Page } from 'playwright-core';
import type { Wiki } from '../wiki/wiki.ts';

/**
 * A page of somebody who is not logged in and has nothing stored, as in a browser of their own; but what the wiki's loader
 * lets browsers keep is there already. Fetching and compiling all of it anew takes most of the time of a visit.
 */
export async function freshPage(browser: Browser, wiki: Wiki): Promise<Page> {
	const context = browser.contexts()[0] ?? (await browser.newContext());
	await Promise.all(context.pages().map((page) => page.close()));
	await context.setOffline(false);
	await context.clearCookies();
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', { origin: wiki.url, storageTypes: 'local_storage' });
	await session.detach();
	return page;
}
