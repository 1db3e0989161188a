import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCycle } from '../../bot/cycle/runCycle.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { logIn } from './logIn.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

describe('one application, end to end', () => {
	let demo: DemoWiki;
	let browser: Browser;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});

	async function apply(name: string, course: Course): Promise<void> {
		const page = await browser.newPage();
		await logIn(page, demo.wiki, name, PASSWORD);
		const form = new FormPage(page, demo.wiki, course);
		await form.open();
		for (const [question, answer] of sampleAnswers(course)) await form.answer(question, answer);
		await form.send();
		await form.receipt.waitFor();
		await page.close();
	}

	it.each([
		['SysopAbroad', 'met'],
		['Volunteer', 'not met'],
	])('%s fills in the form, and the status page says: %s', async (name, eligibility) => {
		const course = demo.programme.courses.find(({ id }) => id === 'iah')!;
		await apply(name, course);
		const result = await runCycle(demo.bot, {
			cache: null,
			bot: demo.programme.bot.name,
			translate: translateInto,
		});
		expect(result).toMatchObject({ ok: true, stopped: null });

		const page = await browser.newPage();
		await page.goto(demo.wiki.pageUrl(`${demo.programme.root}/Status`));
		const row = page.locator('table.wikilearn-status tr', { hasText: name });
		expect(await row.innerText()).toContain(eligibility);
		const link = row.locator(`a[href$="/Applications/${name}"]`).first();
		await Promise.all([page.waitForURL((url) => url.href.includes('/Applications/')), link.click()]);
		expect(await page.locator('.wikilearn-application-answers').innerText()).toContain(
			'Identifying and Addressing',
		);
		await page.close();
	});
});
