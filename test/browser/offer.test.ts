import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { findAccessibilityProblems } from './accessibility/findAccessibilityProblems.ts';
import { tabTo } from './accessibility/keyboard.ts';
import { onEdit } from './failures.ts';
import { FormPage } from './formPage.ts';
import { logIn } from './logIn.ts';
import { TestApplication } from './testApplication.ts';
import { replaceProgramme } from './replaceProgramme.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

const DAY = 86_400_000;

describe('replying to the offer of a seat', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;
	let course: Course;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
		await replaceProgramme(demo, { ...demo.programme, offers: { confirmDays: 7, reminderDays: 2 } });
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	beforeEach(async () => {
		page = await (await browser.newContext()).newPage();
	});
	afterEach(async () => {
		await demo.wiki.setSettings('');
		await page.context().close();
	});

	/** An accepted and notified applicant. */
	async function accepted(account: string): Promise<TestApplication> {
		const application = new TestApplication(demo, course, account);
		await application.create();
		await application.announce('accepted', await application.decide('accepted'));
		return application;
	}

	async function open(account: string): Promise<FormPage> {
		await logIn(page, demo.wiki, account, PASSWORD);
		const form = new FormPage(page, demo.wiki, course);
		await form.open();
		await form.own.waitFor();
		return form;
	}

	const button = (form: FormPage, name: string) => form.own.getByRole('button', { name });
	const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '');

	it('is confirmed with one click, and declined later with two', async () => {
		const application = await accepted('Volunteer');
		const before = (await application.page()).text;
		const form = await open('Volunteer');
		const day = new Date(Date.now() + 7 * DAY).getUTCDate();
		expect(await form.own.innerText()).toMatch(new RegExp(`Confirm by .*\\b${day}\\b.*that you take it`));
		expect(await button(form, 'Withdraw').count()).toBe(0);
		await button(form, 'Confirm my seat').click();
		await form.own.getByText('State: accepted, seat confirmed').waitFor();
		expect(await focusedText()).toBe('Thank you: your seat is confirmed.');
		expect(await button(form, 'Confirm my seat').count()).toBe(0);
		const { text, author } = await application.page();
		expect(author).toBe('Volunteer');
		expect(text.startsWith(before)).toBe(true);
		expect(text.slice(before.length)).toMatch(
			/^\n\* Seat in the course “Identifying and Addressing Harassment Online” confirmed \([a-z0-9]{8}\)$/,
		);

		await button(form, 'Turn it down').click();
		await button(form, 'No, keep it').click();
		await button(form, 'Turn it down').click();
		expect(await application.replies()).toEqual(['confirmed']);
		await button(form, 'Yes, turn it down').click();
		await form.own.getByText('State: offer turned down').waitFor();
		expect(await application.replies()).toEqual(['confirmed', 'declined']);
		expect(await button(form, 'Turn it down').count()).toBe(0);
		expect(await button(form, 'Withdraw your application').count()).toBe(1);
	});

	it('is not shown before the notice, whatever was decided and whatever others write', async () => {
		const application = new TestApplication(demo, course, 'Newcomer');
		await application.create();
		const decision = await application.decide('accepted');
		await application.announce('accepted', decision, 'Volunteer');
		const form = await open('Newcomer');
		expect(await form.own.innerText()).toContain('State: received');
		expect(await button(form, 'Confirm my seat').count()).toBe(0);
		await application.announce('accepted', decision);
		await form.open();
		await form.own.waitFor();
		expect(await form.own.innerText()).toContain('State: accepted, seat to be confirmed');
	});

	it('shows that it expired, and can still be declined', async () => {
		const application = await accepted('SysopAbroad');
		const now = Math.round((Date.now() + 7 * DAY) / 1000) + 3600;
		await demo.wiki.setSettings(`Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( ${now} );`);
		const form = await open('SysopAbroad');
		expect(await form.own.innerText()).toMatch(/State: offer lapsed[^]*A seat was offered to you until/);
		expect(await button(form, 'Confirm my seat').count()).toBe(0);
		await button(form, 'Turn it down').click();
		await button(form, 'Yes, turn it down').click();
		await form.own.getByText('State: offer turned down').waitFor();
		expect(await application.replies()).toEqual(['declined']);
	});

	it('is saved once, even when the response is lost', async () => {
		const application = await accepted('LocalSysop');
		const form = await open('LocalSysop');
		await onEdit(page, (route) => route.abort());
		await button(form, 'Confirm my seat').click();
		await form.error.waitFor();
		expect(await form.error.innerText()).toContain('press again: it will not be there twice');
		expect(await application.replies()).toEqual([]);
		await page.unrouteAll();
		// The edit is saved and then the bot edits, so the page differs from what was sent.
		let answers = 0;
		await onEdit(page, async (route) => {
			if (answers++ > 0) return route.fallback();
			await route.fetch();
			await application.editAsBot();
			return route.abort();
		});
		await button(form, 'Confirm my seat').click();
		await form.own.getByText('State: accepted, seat confirmed').waitFor();
		expect(await application.replies()).toEqual(['confirmed']);
		expect(answers).toBe(1);
	});

	it('survives an edit by the bot; an old reply does not apply to a new offer', async () => {
		const application = await accepted('Rollbacker');
		const form = await open('Rollbacker');
		await application.editAsBot();
		await button(form, 'Confirm my seat').click();
		await form.own.getByText('State: accepted, seat confirmed').waitFor();
		expect((await application.page()).text).toContain('touched');

		await application.announce('declined', await application.decide('declined'));
		await application.announce('accepted', await application.decide('accepted'));
		await form.open();
		await form.own.getByText('State: accepted, seat to be confirmed').waitFor();
		await button(form, 'Confirm my seat').click();
		await form.own.getByText('State: accepted, seat confirmed').waitFor();
		expect(await application.replies()).toEqual(['confirmed', 'confirmed']);
	});

	it('rejects a reply from another account that has logged in since', async () => {
		const application = await accepted('Steward');
		const form = await open('Steward');
		await page.context().clearCookies();
		const other = await page.context().newPage();
		await logIn(other, demo.wiki, 'Volunteer', PASSWORD);
		await button(form, 'Confirm my seat').click();
		await form.error.waitFor();
		expect(await form.error.innerText()).toContain('You are no longer logged in here');
		expect(await application.replies()).toEqual([]);
	});

	it('works with the keyboard, and axe-core finds nothing', async () => {
		const application = await accepted('LocalRollbacker');
		const form = await open('LocalRollbacker');
		expect(await findAccessibilityProblems(page)).toEqual([]);
		const name = 'wikilearn-button wikilearn-primary';
		const stops = await tabTo(page, ({ className }) => className === name);
		expect(stops[stops.length - 1]).toMatchObject({ ring: true, seen: true });
		await page.keyboard.press('Enter');
		await form.own.getByText('State: accepted, seat confirmed').waitFor();
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.keyboard.press('Tab');
		await tabTo(page, ({ tag, className }) => tag === 'button' && className === 'wikilearn-button');
		await page.keyboard.press('Enter');
		expect(await focusedText()).toBe('Yes, turn it down');
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await onEdit(page, (route) => route.abort());
		await page.keyboard.press('Space');
		await form.error.waitFor();
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.unrouteAll();
		await button(form, 'Yes, turn it down').press('Enter');
		await form.own.getByText('State: offer turned down').waitFor();
		expect(await application.replies()).toEqual(['confirmed', 'declined']);
	});

	it('is a seat at once in a programme without offers, and can be given up', async () => {
		await replaceProgramme(demo, demo.programme);
		const application = await accepted('Āmina Yūsuf');
		const form = await open('Āmina Yūsuf');
		expect(await form.own.innerText()).toMatch(/State: accepted\n[^]*You have a seat in this course/);
		expect(await button(form, 'Confirm my seat').count()).toBe(0);
		await button(form, 'Turn it down').click();
		await button(form, 'Yes, turn it down').click();
		await form.own.getByText('State: offer turned down').waitFor();
		expect(await application.replies()).toEqual(['declined']);
	});
});
