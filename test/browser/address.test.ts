import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import type { Mail } from '../wiki/wiki.ts';
import { findAccessibilityProblems } from './accessibility/findAccessibilityProblems.ts';
import { onAction, onEdit } from './failures.ts';
import { FormPage } from './formPage.ts';
import { freshPage } from './freshPage.ts';
import { logIn } from './logIn.ts';
import { TestApplication } from './testApplication.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

const ADDRESS = 'ama@example.org';
/** The link in reminders. */
const LINK = '?wikilearn=email';

describe('sending the email address separately', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;
	let course: Course;
	let form: FormPage;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	beforeEach(async () => {
		page = await freshPage(browser, demo.wiki);
		form = new FormPage(page, demo.wiki, course);
	});
	afterEach(async () => {
		await demo.wiki.setSettings('');
		await page.close();
	});

	async function withoutAddress(account: string): Promise<TestApplication> {
		const application = new TestApplication(demo, course, account);
		await application.create({ email: 'not sent', language: 'fr' });
		return application;
	}

	async function open(account: string, parameters = ''): Promise<void> {
		await logIn(page, demo.wiki, account, PASSWORD);
		await form.open(parameters);
	}

	const step = () => form.mount.locator('.wikilearn-address');
	const send = () => step().getByRole('button', { name: 'Send to the team' });
	const mailsOf = async (account: string): Promise<readonly Mail[]> =>
		(await demo.wiki.mails()).filter(({ subject }) => subject.endsWith(account));
	const whileClosed = (): Promise<void> => {
		const time = Math.round(Date.parse(course.closes) / 1000) + 3600;
		return demo.wiki.setSettings(`Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( ${time} );`);
	};

	it('works from the link with Enter, even after applications closed', async () => {
		const application = await withoutAddress('Volunteer');
		await whileClosed();
		await open('Volunteer', LINK);
		await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'email');
		expect(await form.own.innerText()).toMatch(/State: incomplete[^]*The team has no email address of yours/);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.keyboard.type(ADDRESS);
		await page.keyboard.press('Enter');
		await form.own.getByText('State: received').waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
			'Thank you: the team has your email address.',
		);
		expect(await step().count()).toBe(0);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		const [mail, ...more] = await mailsOf('Volunteer');
		expect(mail).toMatchObject({ to: ['team@example.org'] });
		expect(mail?.body).toContain(`Volunteer\n${ADDRESS}\n${application.title}`);
		expect(more).toEqual([]);
		expect(await application.application()).toMatchObject({ email: 'sent', language: 'fr' });
		expect((await application.page()).text).not.toContain(ADDRESS);
	});

	it('is requested on return, and rejects an invalid address', async () => {
		const application = await withoutAddress('Newcomer');
		await open('Newcomer');
		await step().getByLabel('Your preferred email address').fill('ama at example');
		await send().click();
		await step().getByText('Write a whole email address').waitFor();
		expect(await findAccessibilityProblems(page)).toEqual([]);
		expect(await mailsOf('Newcomer')).toEqual([]);
		expect(await application.application()).toMatchObject({ email: 'not sent' });
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await send().click();
		await form.own.getByText('State: received').waitFor();
		expect(await mailsOf('Newcomer')).toHaveLength(1);
	});

	it('is not requested again unless the applicant opens the link', async () => {
		await new TestApplication(demo, course, 'Steward').create();
		await open('Steward');
		await form.own.waitFor();
		expect(await step().count()).toBe(0);
		await form.open(LINK);
		await step().waitFor();
		expect(await step().innerText()).toContain('The team has an email address of yours already');
	});

	it('is mailed once, even when the first save fails', async () => {
		const application = await withoutAddress('LocalSysop');
		await open('LocalSysop');
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await onEdit(page, (route) => route.abort());
		await send().click();
		await form.error.waitFor();
		expect(await form.error.innerText()).toMatch(/does not say so yet.*The wiki did not answer/s);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.unrouteAll();
		await send().click();
		await form.own.getByText('State: received').waitFor();
		expect(await mailsOf('LocalSysop')).toHaveLength(1);
		expect(await application.application()).toMatchObject({ email: 'sent' });
	});

	it('offers to contact the team when the wiki does not confirm the mail', async () => {
		const application = await withoutAddress('Rollbacker');
		await open('Rollbacker');
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await onAction(page, 'emailuser', async (route) => {
			await route.fetch();
			await route.abort();
		});
		await send().click();
		const advice = step().locator('a[href^="mailto:"]');
		await advice.waitFor();
		expect(await step().innerText()).toContain('did not say whether it passed on your email address');
		expect(decodeURIComponent((await advice.getAttribute('href')) ?? '')).toContain(ADDRESS);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.unrouteAll();
		await send().click();
		await advice.waitFor();
		expect(await mailsOf('Rollbacker')).toHaveLength(1);
		expect(await application.application()).toMatchObject({ email: 'not sent' });
	});

	it('is not shown as received when the wiki rejected the mail', async () => {
		await demo.wiki.createAccount({ name: 'Unconfirmed', password: PASSWORD, emailConfirmed: false });
		const application = await withoutAddress('Unconfirmed');
		await open('Unconfirmed', LINK);
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await send().click();
		await step().locator('a[href^="mailto:"]').waitFor();
		expect(await step().innerText()).toContain('could not pass on your email address');
		expect(await mailsOf('Unconfirmed')).toEqual([]);
		expect(await application.application()).toMatchObject({ email: 'not sent' });
	});

	it('resumes after login when the link is opened logged out', async () => {
		await withoutAddress('LocalRollbacker');
		await whileClosed();
		await form.open(LINK);
		expect(await form.mount.innerText()).toContain('Log in with the account that applied');
		await form.mount.getByRole('link', { name: 'Log in' }).click();
		await page.fill('#wpName1', 'LocalRollbacker');
		await page.fill('#wpPassword1', PASSWORD);
		await page.click('#wpLoginAttempt');
		await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'email');
		expect(await form.own.innerText()).toContain('State: incomplete');
	});

	it('is accepted from talk page applicants, with instructions for their section', async () => {
		await whileClosed();
		await open('Āmina Yūsuf', LINK);
		await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'email');
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.keyboard.type(ADDRESS);
		await send().click();
		const success = form.mount.locator('.wikilearn-notice-success');
		await success.waitFor();
		expect(await success.innerText()).toContain('change “email = not sent” to “email = sent”');
		expect(await success.getByRole('link').innerText()).toBe(`Talk:${course.page}`);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		const mails = await mailsOf('Āmina Yūsuf');
		expect(mails.map(({ body }) => body)).toEqual([
			expect.stringContaining(`Āmina Yūsuf\n${ADDRESS}\nTalk:${course.page}`),
		]);
	});
});
