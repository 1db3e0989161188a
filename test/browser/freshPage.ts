import type { Browser, Page } from 'playwright-core';
import type { Wiki } from '../wiki/wiki.ts';

/**
 * A page of a logged-out user with empty storage, but with the loader's cacheable responses in the cache: fetching
 * and compiling them takes most of the time of a visit.
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
