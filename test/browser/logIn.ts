import type { Page } from 'playwright-core';
import type { Wiki } from '../wiki/wiki.ts';

/** Logs in as people do, on the wiki's own page. */
export async function logIn(page: Page, wiki: Wiki, name: string, password: string): Promise<void> {
	await page.goto(wiki.pageUrl('Special:UserLogin'));
	await page.fill('#wpName1', name);
	await page.fill('#wpPassword1', password);
	await Promise.all([
		page.waitForURL((url) => !url.href.includes('UserLogin')),
		page.click('#wpLoginAttempt'),
	]);
}
