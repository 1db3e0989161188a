import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { translateInto } from '../../../bot/translateInto.ts';
import { runCycle } from '../../../bot/cycle.ts';
import { readReleases } from '../../../shared/notice/release.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { accessibilityProblems } from '../everyone/accessibilityProblems.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { append, applicationOf, apply, sessionOf, titleOf } from './reviewWiki.ts';

const NAMES = ['LocalSysop', 'SysopAbroad', 'Steward', 'Volunteer', 'Newcomer', 'Āmina Yūsuf'];

describe('the queue', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
		for (const [index, name] of NAMES.entries()) {
			await apply(demo, course, name, {
				region: index % 2 === 0 ? 'south-asia' : 'north-america',
				languages: index === 0 ? 'Twi; English' : 'English',
			});
		}
		await append(demo, course, 'ReviewerTwo', 'LocalSysop', '{{WikiLearn decision|outcome=accepted}}');
		await append(demo, course, 'ReviewerOne', 'Steward', '{{WikiLearn recusal}}');
		await runCycle(demo.bot, { bookmark: null, bot: demo.programme.bot, translate: translateInto });
		// Whatever somebody else writes into the bot's part does not count.
		const session = await sessionOf(demo, 'Newcomer');
		const title = titleOf(course, 'Newcomer');
		const text = (await readPages(demo.bot, [title])).get(title)?.revision.text ?? '';
		await session.edit({ title, text: text.replace('|verdict=not met', '|verdict=met') });
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	async function open(name = 'ReviewerOne'): Promise<ReviewPages> {
		const pages = await ReviewPages.of(browser, demo, name);
		await pages.openQueue();
		return pages;
	}

	const namesIn = (pages: ReviewPages): Promise<readonly string[]> =>
		pages.frame.locator('.wikilearn-item-name').allInnerTexts();

	it('has what is to be decided, with counts to filter by; the bot’s verdict is the bot’s', async () => {
		const pages = await open();
		expect(await namesIn(pages)).toEqual(['SysopAbroad', 'Volunteer', 'Newcomer', 'Āmina Yūsuf']);
		expect(await pages.frame.innerText()).toContain('1 of 6 applications decided');
		expect(await pages.item('Newcomer').innerText()).toContain('requirements: not met');
		expect(await pages.item('SysopAbroad').innerText()).toContain('requirements: met');
		const region = pages.frame.getByLabel('In which region do you live?');
		expect(await region.locator('option').allInnerTexts()).toEqual([
			'any',
			'United States and Canada (3)',
			'South Asia (1)',
		]);
		await region.selectOption({ label: 'United States and Canada (3)' });
		expect(await namesIn(pages)).toEqual(['SysopAbroad', 'Volunteer', 'Āmina Yūsuf']);
		await pages.frame.getByLabel('State').selectOption('');
		await region.selectOption('');
		// Fewest reviews first.
		expect((await namesIn(pages)).slice(-1)).toEqual(['LocalSysop']);
		await pages.frame.getByLabel('Which languages do you speak?').selectOption('twi');
		expect(await namesIn(pages)).toEqual(['LocalSysop']);
		await pages.frame.getByLabel('Which languages do you speak?').selectOption('');
		await pages.frame.getByLabel('Show those from which I stepped aside').check();
		expect(await namesIn(pages)).toContain('Steward');
		expect(await accessibilityProblems(pages.page)).toEqual([]);
	});

	it('is gone through with the keyboard alone: down, prepare, open, decide, next', async () => {
		const pages = await open('ReviewerThree');
		const { page } = pages;
		await page.keyboard.press('j');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('d');
		expect(await pages.item('Steward').innerText()).toContain('prepared: Declined');
		await page.keyboard.press('d');
		expect(await pages.item('Steward').innerText()).not.toContain('prepared');
		await page.keyboard.press('k');
		await page.keyboard.press('a');
		expect(await pages.item('SysopAbroad').innerText()).toContain('prepared: Accepted');
		expect(await pages.frame.innerText()).toContain('39 of 40 seats free; 38 with what you prepared');
		await page.keyboard.press('Enter');
		await pages.frame.getByRole('heading', { name: 'Application of SysopAbroad' }).waitFor();
		expect(await pages.frame.locator('.wikilearn-answers').innerText()).toContain('I have helped newcomers');
		expect(await pages.form.locator('input[value=accepted]').isChecked()).toBe(true);
		await page.keyboard.press('n');
		await pages.frame.getByRole('heading', { name: 'Application of Steward' }).waitFor();
		await page.keyboard.press('w');
		await page.keyboard.press('Enter');
		await pages.success.getByText('Prepared.').waitFor();
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.keyboard.press('u');
		expect(await pages.item('Steward').innerText()).toContain('prepared: Put on the waitlist');
		// Nothing of it is public, and it is there after the page was closed.
		expect((await applicationOf(demo, course, 'Steward'))?.decisions).toEqual([]);
		await pages.openQueue();
		expect(await pages.frame.locator('.wikilearn-prepared li').count()).toBe(2);
	});

	it('publishes prepared decisions all or none', async () => {
		const pages = await open('ReviewerTwo');
		const { page } = pages;
		for (const name of ['SysopAbroad', 'Volunteer', 'Newcomer']) {
			await pages.item(name).focus();
			await page.keyboard.press(name === 'SysopAbroad' ? 'a' : 'd');
		}
		await pages.frame.getByRole('button', { name: 'Check', exact: true }).click();
		await pages.success.getByText('All of them can be published. Nothing was saved.').waitFor();
		expect((await applicationOf(demo, course, 'SysopAbroad'))?.decisions).toEqual([]);

		await apply(demo, course, 'Volunteer', {
			motivation: 'Something else altogether, and it is much better.',
		});
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.getByText('None was saved: of these, 1 can no longer be made.').waitFor();
		expect(await pages.frame.locator('.wikilearn-prepared').innerText()).toContain(
			'the application was changed since you prepared this',
		);
		expect(await accessibilityProblems(page)).toEqual([]);
		expect((await applicationOf(demo, course, 'SysopAbroad'))?.decisions).toEqual([]);

		await pages.frame.getByRole('button', { name: 'Remove: Volunteer' }).click();
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.success.getByText('Saved on their pages: 2').waitFor();
		expect((await applicationOf(demo, course, 'SysopAbroad'))?.decisions).toMatchObject([
			{ outcome: 'accepted' },
		]);
		expect((await applicationOf(demo, course, 'Newcomer'))?.decisions).toMatchObject([
			{ outcome: 'declined' },
		]);
		expect((await applicationOf(demo, course, 'Volunteer'))?.decisions).toEqual([]);
		expect(await pages.frame.locator('.wikilearn-prepared li').count()).toBe(0);
		await pages.frame.getByText('3 of 6 applications decided').waitFor();
	});

	it('stops where the network goes midway, and says how far it came', async () => {
		const pages = await open('ReviewerTwo');
		for (const name of ['Steward', 'Volunteer', 'Āmina Yūsuf']) {
			await pages.item(name).focus();
			await pages.page.keyboard.press('w');
		}
		let edits = 0;
		await pages.page.route(/api\.php/, async (route) => {
			const posted = route.request().postData() ?? '';
			if (/(^|&|")(?:action=)?edit(&|$|")/.test(posted) && ++edits > 1) await route.abort();
			else await route.fallback();
		});
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.waitFor();
		expect(await pages.error.innerText()).toMatch(
			/Saved: Steward\. It stopped at Volunteer: The wiki did not answer.*The rest is still prepared\./,
		);
		expect(await pages.frame.locator('.wikilearn-prepared li').count()).toBe(2);
		await pages.page.unroute(/api\.php/);
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.success.getByText('Saved on their pages: 2').waitFor();
		for (const name of ['Steward', 'Volunteer', 'Āmina Yūsuf'])
			expect((await applicationOf(demo, course, name))?.decisions).toHaveLength(1);
	});

	it('releases the notices once that is confirmed, and says what stands in the way', async () => {
		const pages = await open();
		const outbox = pages.frame.locator('.wikilearn-outbox');
		expect(await outbox.innerText()).toContain('accepted: 2, waitlisted: 3, declined: 1');
		expect(await outbox.innerText()).toContain('It is too early: notices go out from');
		await outbox.getByRole('button', { name: 'Release the notices' }).click();
		expect(await outbox.innerText()).toContain('(applicants: 6)?');
		expect(await accessibilityProblems(pages.page)).toEqual([]);
		await outbox.getByRole('button', { name: 'Yes, release them' }).click();
		await pages.success.getByText('The release stands on the report page.').waitFor();
		const report = `User:${demo.programme.bot}/Report`;
		const text = (await readPages(demo.bot, [report])).get(report)?.revision.text ?? '';
		expect(readReleases(text)).toMatchObject([{ course: course.id }]);
		await pages.openQueue();
		await pages.frame.getByText('A release of this course’s notices was asked for before.').waitFor();
	});
});
