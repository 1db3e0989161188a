import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { logIn } from './logIn.ts';
import { FormPage } from './formPage.ts';
import { LATER, measureForm } from './measureForm.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

const KB = 1024;

describe('what readers fetch', () => {
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

	it('on a page without the form is the entry alone, and no request to the API', async () => {
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

	it('for a form that can be used is at most 22 KB', async () => {
		const fetched = await measureForm(page, demo);
		const waitedFor = fetched.filter(({ later }) => !later);
		const total = waitedFor.reduce((sum, { gzipped }) => sum + gzipped, 0);
		expect(total).toBeGreaterThan(5 * KB);
		expect(total).toBeLessThanOrEqual(22 * KB);
	});

	it('and the form can be used without what comes later', async () => {
		await page.route(LATER, (route) => route.abort());
		const [course] = demo.programme.courses;
		const form = new FormPage(page, demo.wiki, course!);
		await form.open();
		await form.answerAll(sampleAnswers(course!));
		const written = course!.questions.find(({ type }) => type === 'long-text')!;
		expect(await form.control(written.id).inputValue()).toContain('newcomers');
		await page.unroute(LATER);
		// The wiki did not answer for a while; then the same press works.
		await form.check();
		await form.send();
		await form.receipt.waitFor();
	});
});
