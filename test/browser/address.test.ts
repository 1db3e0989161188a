import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import type { Mail } from '../wiki/wiki.ts';
import { accessibilityProblems } from './everyone/accessibilityProblems.ts';
import { onAction, onEdit } from './failures.ts';
import { FormPage } from './formPage.ts';
import { freshPage } from './freshPage.ts';
import { logIn } from './logIn.ts';
import { OwnApplication } from './ownApplication.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

const ADDRESS = 'ama@example.org';
/** What `remind` links to. */
const LINK = '?wikilearn=email';

describe('the preferred address, sent alone', () => {
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

	async function withoutAddress(account: string): Promise<OwnApplication> {
		const application = new OwnApplication(demo, course, account);
		await application.make({ email: 'not sent', language: 'fr' });
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

	it('takes the link and a press of Enter, also after the end of applications', async () => {
		const application = await withoutAddress('Volunteer');
		await whileClosed();
		await open('Volunteer', LINK);
		await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'email');
		expect(await form.own.innerText()).toMatch(/State: incomplete[^]*The team has no email address of yours/);
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.keyboard.type(ADDRESS);
		await page.keyboard.press('Enter');
		await form.own.getByText('State: received').waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
			'Thank you: the team has your email address.',
		);
		expect(await step().count()).toBe(0);
		expect(await accessibilityProblems(page)).toEqual([]);
		const [mail, ...more] = await mailsOf('Volunteer');
		expect(mail).toMatchObject({ to: ['team@example.org'] });
		expect(mail?.body).toContain(`Volunteer\n${ADDRESS}\n${application.title}`);
		expect(more).toEqual([]);
		expect(await application.application()).toMatchObject({ email: 'sent', language: 'fr' });
		expect((await application.page()).text).not.toContain(ADDRESS);
	});

	it('is asked for on coming back, and nothing is sent that is no address', async () => {
		const application = await withoutAddress('Newcomer');
		await open('Newcomer');
		await step().getByLabel('Your preferred email address').fill('ama at example');
		await send().click();
		await step().getByText('Write a whole email address').waitFor();
		expect(await accessibilityProblems(page)).toEqual([]);
		expect(await mailsOf('Newcomer')).toEqual([]);
		expect(await application.application()).toMatchObject({ email: 'not sent' });
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await send().click();
		await form.own.getByText('State: received').waitFor();
		expect(await mailsOf('Newcomer')).toHaveLength(1);
	});

	it('is not asked for again, unless they come for it', async () => {
		await new OwnApplication(demo, course, 'Steward').make();
		await open('Steward');
		await form.own.waitFor();
		expect(await step().count()).toBe(0);
		await form.open(LINK);
		await step().waitFor();
		expect(await step().innerText()).toContain('The team has an email address of yours already');
	});

	it('is mailed once, though the page was not saved at first', async () => {
		const application = await withoutAddress('LocalSysop');
		await open('LocalSysop');
		await step().getByLabel('Your preferred email address').fill(ADDRESS);
		await onEdit(page, (route) => route.abort());
		await send().click();
		await form.error.waitFor();
		expect(await form.error.innerText()).toMatch(/does not say so yet.*The wiki did not answer/s);
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.unrouteAll();
		await send().click();
		await form.own.getByText('State: received').waitFor();
		expect(await mailsOf('LocalSysop')).toHaveLength(1);
		expect(await application.application()).toMatchObject({ email: 'sent' });
	});

	it('can be written to the team where the wiki does not say that it was mailed', async () => {
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
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.unrouteAll();
		await send().click();
		await advice.waitFor();
		expect(await mailsOf('Rollbacker')).toHaveLength(1);
		expect(await application.application()).toMatchObject({ email: 'not sent' });
	});

	it('is not said to be there where the wiki refused the mail', async () => {
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

	it('comes after logging in, for who follows the link logged out', async () => {
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

	it('is taken from those who applied on the talk page, and they are told what to write there', async () => {
		await whileClosed();
		await open('Āmina Yūsuf', LINK);
		await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'email');
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.keyboard.type(ADDRESS);
		await send().click();
		const said = form.mount.locator('.wikilearn-notice-success');
		await said.waitFor();
		expect(await said.innerText()).toContain('change “email = not sent” to “email = sent”');
		expect(await said.getByRole('link').innerText()).toBe(`Talk:${course.page}`);
		expect(await accessibilityProblems(page)).toEqual([]);
		const mails = await mailsOf('Āmina Yūsuf');
		expect(mails.map(({ body }) => body)).toEqual([
			expect.stringContaining(`Āmina Yūsuf\n${ADDRESS}\nTalk:${course.page}`),
		]);
	});
});
