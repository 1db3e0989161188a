import type { Page } from 'playwright-core';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { measureFetches } from '../measureFetches.ts';
import { ReviewPages } from './reviewPages.ts';

/** What the browser fetches for a reviewer's queue, compared with any other page of the wiki: bytes, gzipped. */
export async function measureReviewFetches(page: Page, demo: DemoWiki): Promise<number> {
	const pages = new ReviewPages(page, demo);
	const fetched = await measureFetches(
		page,
		() => pages.openQueue(),
		async () => {
			await page.goto(demo.wiki.pageUrl('Main Page'));
		},
	);
	return fetched.reduce((sum, { gzipped }) => sum + gzipped, 0);
}
