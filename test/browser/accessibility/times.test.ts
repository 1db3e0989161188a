import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { visit } from '../visit.ts';

let demo: DemoWiki;
let browser: Browser;
beforeAll(async () => {
	[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await demo.wiki.stop();
});

it.each([
	['Asia/Kolkata', /GMT\+5:30 \(.*UTC\)/],
	['UTC', /UTC(?! \()/],
])('a reader in %s sees the closing time', async (timezoneId, expected) => {
	const { page, card } = await visit(browser, demo, { context: { timezoneId } });
	const times = (await card.locator('dd').allTextContents()).filter((text) => text.includes('UTC'));
	expect(times).toHaveLength(4);
	for (const time of times) expect(time).toMatch(expected);
	if (timezoneId === 'UTC') for (const time of times) expect(time).not.toContain('(');
	await page.context().close();
});
