import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { readApplications } from '../../shared/application/readApplications.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { freshPage } from './freshPage.ts';
import { logIn } from './logIn.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

describe('applying with the form', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	beforeEach(async () => {
		page = await freshPage(browser, demo.wiki);
	});
	afterEach(async () => {
		await page.close();
	});

	const course = (): Course => demo.programme.courses[0]!;
	const open = async (): Promise<FormPage> => {
		const form = new FormPage(page, demo.wiki, course());
		await form.open();
		return form;
	};

	const textOf = async (title: string): Promise<string | null | undefined> =>
		(await readPages(demo.bot, [title])).get(title)?.revision.text;

	it('asks logged-out readers to log in, and returns', async () => {
		const form = await open();
		const login = form.mount.locator('a[href*="UserLogin"]');
		expect(await login.getAttribute('href')).toContain('returnto=');
		expect(await form.mount.locator('form').count()).toBe(0);
	});

	it('shows what is missing, with links to the fields', async () => {
		await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
		const form = await open();
		await form.send();
		await form.problems.waitFor();
		const required = course().questions.filter(({ required }) => required === true);
		expect(await form.problems.locator('li').count()).toBe(required.length - 1); // the time zone is prefilled
		await form.problems.locator('a').first().click();
		expect(await page.evaluate(() => document.activeElement?.id)).toContain(`wikilearn-${course().id}-`);
		expect(await form.error.count()).toBe(0);
	});

	it('saves an application and shows the receipt', async () => {
		await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
		const form = await open();
		for (const [question, answer] of sampleAnswers(course())) await form.answer(question, answer);
		await form.send();
		await form.receipt.waitFor();

		const title = `${course().page}/Applications/Volunteer`;
		const saved = (await readPages(demo.bot, [title])).get(title);
		expect(saved?.revision.user?.name).toBe('Volunteer');
		expect(await form.receipt.locator('.wikilearn-permalink').getAttribute('href')).toContain(
			`oldid=${saved?.revision.revid}`,
		);
		const [found] = readApplications(saved?.revision.text ?? '').applications;
		expect(found?.application).toMatchObject({ course: course().id, email: 'sent' });
		for (const [question, answer] of sampleAnswers(course())) {
			if (question.type === 'private-email') expect(saved?.revision.text).not.toContain(answer);
			else if (question.type === 'availability') {
				expect(found?.application.answers[question.id]).toBe('mon can 18:00-20:00');
			} else {
				expect(found?.application.answers[question.id]).toBe(answer.trim());
			}
		}
		const [mail] = await demo.wiki.mails();
		expect(mail?.body).toContain('ama@example.org');
	});

	it('saves the application when the wiki rejects the mail, and says how to contact the team', async () => {
		await demo.wiki.createAccount({ name: 'Unconfirmed', password: PASSWORD, emailConfirmed: false });
		await logIn(page, demo.wiki, 'Unconfirmed', PASSWORD);
		const form = await open();
		for (const [question, answer] of sampleAnswers(course())) await form.answer(question, answer);
		await form.send();
		await form.receipt.waitFor();
		expect(await form.receipt.locator('a[href^="mailto:"]').getAttribute('href')).toContain(
			'ama%40example.org',
		);
		expect(await textOf(`${course().page}/Applications/Unconfirmed`)).toMatch(/\| email = not sent/);
	});

	it('keeps the answers when somebody else creates the page meanwhile', async () => {
		await logIn(page, demo.wiki, 'Newcomer', PASSWORD);
		const form = await open();
		for (const [question, answer] of sampleAnswers(course())) await form.answer(question, answer);
		const title = `${course().page}/Applications/Newcomer`;
		await demo.bot.edit({ action: 'edit', title, text: 'Something else', createonly: true });
		await form.send();
		await form.error.waitFor();
		expect(await textOf(title)).toBe('Something else');
		await form.back();
		const written = course().questions.find(({ type }) => type === 'long-text');
		expect(await form.control(written?.id ?? '').inputValue()).toContain('newcomers');
	});

	it('points out contact details before anything is saved', async () => {
		await logIn(page, demo.wiki, 'LocalSysop', PASSWORD);
		const form = await open();
		const answers = new Map(sampleAnswers(course()));
		const written = course().questions.find(({ type }) => type === 'long-text')!;
		answers.set(written, `${answers.get(written) ?? ''} write me: ama@example.org`);
		for (const [question, answer] of answers) await form.answer(question, answer);
		await form.send();
		await form.problems.waitFor();
		expect(await form.problems.locator('li').count()).toBe(1);
		expect(await textOf(`${course().page}/Applications/LocalSysop`)).toBeUndefined();
	});

	it('reports a lost session, and sends after login', async () => {
		await logIn(page, demo.wiki, 'SysopAbroad', PASSWORD);
		const form = await open();
		for (const [question, answer] of sampleAnswers(course())) await form.answer(question, answer);
		const cookies = await page.context().cookies();
		await page.context().clearCookies();
		await form.send();
		await form.error.waitFor();
		await page.context().addCookies(cookies);
		await form.send();
		await form.receipt.waitFor();
		expect(await textOf(`${course().page}/Applications/SysopAbroad`)).toContain('WikiLearn application');
	});

	it('appears only once, on the course’s own page', async () => {
		await logIn(page, demo.wiki, 'Steward', PASSWORD);
		const mount = `<div class="wikilearn-application" data-course="${course().id}">Here</div>`;
		await demo.bot.edit({ action: 'edit', title: 'Elsewhere', text: mount });
		await demo.bot.edit({ action: 'edit', title: course().page, appendtext: `\n${mount}` });
		await page.goto(demo.wiki.pageUrl('Elsewhere'));
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.wikilearn-application').innerText()).toBe('Here');
		const form = new FormPage(page, demo.wiki, course());
		await form.load();
		await page.locator('.wikilearn-application form').waitFor();
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.wikilearn-application form').count()).toBe(1);
		expect(await page.locator('.wikilearn-application').last().innerText()).toBe('Here');
	});

	it('recognizes an existing application', async () => {
		await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
		const form = await open();
		await form.own.waitFor();
		expect(await form.mount.locator('form').count()).toBe(0);
	});
});
