import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { logIn } from './logIn.ts';
import { FormPage } from './formPage.ts';
import { LAZY_MODULES, measureFormFetches } from './measureFormFetches.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

const KB = 1024;

describe('page weight', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		page = await browser.newPage();
		await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});

	it('loads only the entry script on a page without the form, and makes no API request', async () => {
		const requests: string[] = [];
		page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
		await page.goto(demo.wiki.pageUrl('Main Page'));
		await page.waitForLoadState('networkidle');
		const ours = requests.filter((url) => url.includes('wikilearn'));
		expect(ours.filter((url) => url.includes('wikilearn-form'))).toEqual([]);
		expect(requests.filter((url) => url.includes('api.php'))).toEqual([]);
		const [entry = ''] = ours;
		expect(ours).toHaveLength(1);
		expect(gzipSync(await (await fetch(entry)).text()).length).toBeLessThanOrEqual(KB);
	});

	it('is at most 22 KB for a usable form', async () => {
		const fetched = await measureFormFetches(page, demo);
		const waitedFor = fetched.filter(({ isLazy: later }) => !later);
		const total = waitedFor.reduce((sum, { gzipped }) => sum + gzipped, 0);
		expect(total).toBeGreaterThan(5 * KB);
		expect(total).toBeLessThanOrEqual(22 * KB);
	});

	it('needs no lazily loaded module to use the form', async () => {
		await page.route(LAZY_MODULES, (route) => route.abort());
		const [course] = demo.programme.courses;
		const form = new FormPage(page, demo.wiki, course!);
		await form.open();
		await form.answerAll(sampleAnswers(course!));
		const written = course!.questions.find(({ type }) => type === 'long-text')!;
		expect(await form.control(written.id).inputValue()).toContain('newcomers');
		await page.unroute(LAZY_MODULES);
		// The wiki was down for a while; a second click works.
		await form.check();
		await form.send();
		await form.receipt.waitFor();
	});
});
