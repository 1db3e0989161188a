import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { accessibilityProblems } from '../everyone/accessibilityProblems.ts';
import { focused, tabTo } from '../everyone/keyboard.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { append, applicationOf, apply, reviewRequests, sessionOf, titleOf } from './reviewWiki.ts';

describe('the panel on an application’s page', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	const reviewer = (name = 'ReviewerOne'): Promise<ReviewPages> => ReviewPages.of(browser, demo, name);

	it('is made for reviewers, who are known from the form on; with evidence, flags and seats', async () => {
		await apply(demo, course, 'Newcomer', { use: '', motivation: 'Write to ama@example.org' });
		const pages = await reviewer();
		await pages.page.goto(demo.wiki.pageUrl(course.page));
		await pages.page.waitForFunction(() => localStorage.getItem('wikilearn-reviewer') === '1');
		await pages.page.goto(demo.wiki.pageUrl(titleOf(course, 'Newcomer')));
		await pages.frame.getByText('40 of 40 seats free').waitFor();
		const shown = await pages.frame.innerText();
		expect(shown).toMatch(/Administrator or other advanced rights: not met\s+None of these rights/);
		expect(shown).toContain('Answers are missing: “How will you use what you learn in your community?”');
		expect(shown).toContain('Answers to motivation seem to hold an email address');
		expect(shown).toMatch(/State\s+incomplete/);
		expect(await accessibilityProblems(pages.page)).toEqual([]);
	});

	it('is not there for anybody else, and nothing of it is fetched', async () => {
		await apply(demo, course, 'Volunteer');
		const pages = await reviewer('Rollbacker');
		const asked = reviewRequests(pages.page);
		for (const title of [titleOf(course, 'Volunteer'), course.page, 'Main Page']) {
			await pages.page.goto(demo.wiki.pageUrl(title));
			await pages.page.waitForLoadState('networkidle');
		}
		expect(asked).toEqual([]);
		// Who was a reviewer, or shares the browser with one.
		await pages.page.evaluate(() => {
			localStorage.setItem('wikilearn-reviewer', '1');
		});
		await pages.page.goto(demo.wiki.pageUrl(titleOf(course, 'Volunteer')));
		await pages.page.waitForFunction(() => localStorage.getItem('wikilearn-reviewer') === null);
		expect(await pages.frame.count()).toBe(0);
		await pages.page.goto(demo.wiki.pageUrl(`${demo.programme.root}/Review`));
		await pages.page.getByText('This page is for the programme’s reviewers.').waitFor();
		expect(await pages.frame.count()).toBe(0);
	});

	it('decides with the keyboard alone, with one edit that is previewed', async () => {
		await apply(demo, course, 'LocalSysop');
		const pages = await reviewer();
		await pages.openApplication(course, 'LocalSysop');
		await pages.pick('a', /accepted/);
		expect(await focused(pages.page)).toMatchObject({ type: 'radio', ring: true, seen: true });
		await tabTo(pages.page, ({ tag }) => tag === 'textarea');
		// Keys of one letter are letters here.
		await pages.page.keyboard.type('a well done draw');
		await pages.frame.locator('.wikilearn-will-read').getByText('a well done draw').waitFor();
		await tabTo(pages.page, ({ className }) => className.includes('wikilearn-primary'));
		await pages.page.keyboard.press('Enter');
		await pages.success.waitFor();
		await pages.frame.getByText('39 of 40 seats free').waitFor();
		const application = await applicationOf(demo, course, 'LocalSysop');
		expect(application?.decisions).toMatchObject([
			{ outcome: 'accepted', note: 'a well done draw', change: { user: { name: 'ReviewerOne' } } },
		]);
		expect(await accessibilityProblems(pages.page)).toEqual([]);
		// A change of mind is another decision.
		await pages.pick('w', /waitlisted/);
		await pages.frame.getByLabel('Place on the waitlist').fill('2');
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.frame.getByText('At place 2 of the waitlist').waitFor();
		expect((await applicationOf(demo, course, 'LocalSysop'))?.decisions).toMatchObject([
			{ outcome: 'accepted' },
			{ outcome: 'waitlisted', place: 2 },
		]);
		await pages.frame.getByText('40 of 40 seats free').waitFor();
		// On to the next one that nobody decided.
		await pages.frame.getByRole('heading').first().click();
		await pages.page.keyboard.press('n');
		await pages.frame.getByRole('heading', { name: 'Application of Newcomer' }).waitFor();
	});

	it('leaves keys alone where they are turned off, and remembers that', async () => {
		await apply(demo, course, 'LocalRollbacker');
		const pages = await reviewer();
		await pages.openApplication(course, 'LocalRollbacker');
		await pages.frame.getByLabel('Keys of one letter').uncheck();
		await pages.page.keyboard.press('a');
		expect(await pages.form.locator('input:checked').count()).toBe(0);
		await pages.openApplication(course, 'LocalRollbacker');
		await pages.page.keyboard.press('d');
		expect(await pages.form.locator('input:checked').count()).toBe(0);
	});

	it('saves nothing where the application changed meanwhile, says so, and saves when told again', async () => {
		await apply(demo, course, 'Steward');
		const pages = await reviewer();
		await pages.openApplication(course, 'Steward');
		await pages.pick('d', /declined/);
		await pages.frame.getByLabel('Note for the other reviewers').fill('Too little time');
		await apply(demo, course, 'Steward', { motivation: 'Now I have all the time in the world, and more.' });
		const save = pages.frame.getByRole('button', { name: 'Save on the page' });
		await save.click();
		await pages.error.waitFor();
		expect(await pages.error.innerText()).toContain('the application was changed meanwhile');
		expect((await applicationOf(demo, course, 'Steward'))?.decisions).toEqual([]);
		expect(await pages.frame.getByLabel('Note for the other reviewers').inputValue()).toBe('Too little time');
		await save.click();
		await pages.success.waitFor();
		expect((await applicationOf(demo, course, 'Steward'))?.decisions).toMatchObject([
			{ outcome: 'declined' },
		]);
	});

	it('tells the slower of two reviewers of the other’s decision; what the bot changes does not matter', async () => {
		await apply(demo, course, 'Āmina Yūsuf');
		const [one, two] = [await reviewer('ReviewerOne'), await reviewer('ReviewerTwo')];
		await one.openApplication(course, 'Āmina Yūsuf');
		await two.openApplication(course, 'Āmina Yūsuf');
		await append(demo, course, 'Rollbacker', 'Āmina Yūsuf', 'Some remark.');
		for (const [pages, key] of [
			[one, 'a'],
			[two, 'd'],
		] as const) {
			await pages.page.keyboard.press(key);
			await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
			await pages.success.or(pages.error).waitFor();
		}
		expect(await two.error.innerText()).toContain('ReviewerOne decided it meanwhile');
		expect(await two.frame.innerText()).toMatch(/Accepted by ReviewerOne/);
		expect((await applicationOf(demo, course, 'Āmina Yūsuf'))?.decisions).toMatchObject([
			{ outcome: 'accepted' },
		]);
		await two.frame.getByRole('button', { name: 'Save on the page' }).click();
		await two.success.waitFor();
		expect((await applicationOf(demo, course, 'Āmina Yūsuf'))?.decisions).toHaveLength(2);
	});

	it('has it once where the answer to the save is lost', async () => {
		await apply(demo, course, '李小龍');
		const pages = await reviewer();
		await pages.openApplication(course, '李小龍');
		let lost = 0;
		await pages.page.route(/api\.php/, async (route) => {
			if ((route.request().postData() ?? '').includes('edit') && lost++ === 0) {
				await route.fetch();
				await route.abort();
			} else await route.fallback();
		});
		await pages.pick('a', /accepted/);
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.success.waitFor();
		expect(lost).toBeGreaterThan(0);
		expect((await applicationOf(demo, course, '李小龍'))?.decisions).toHaveLength(1);
	});

	it('shows a forged decision as of no effect, and lets a reviewer step aside', async () => {
		await apply(demo, course, 'SysopAbroad');
		await append(
			demo,
			course,
			'Rollbacker',
			'SysopAbroad',
			'{{WikiLearn decision|outcome=accepted|by=ReviewerTwo}}',
		);
		const pages = await reviewer();
		await pages.openApplication(course, 'SysopAbroad');
		const shown = await pages.frame.innerText();
		expect(shown).toContain('Rollbacker is no reviewer: the decision that they put here has no effect.');
		expect(shown).toMatch(/Decisions\s+none yet/);
		expect(shown).toMatch(/State\s+received/);
		await pages.page.keyboard.press('r');
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.frame.getByText('You said that you will not decide this one.').waitFor();
		expect(await pages.form.count()).toBe(0);
		expect((await applicationOf(demo, course, 'SysopAbroad'))?.recusals).toMatchObject([
			{ user: { name: 'ReviewerOne' } },
		]);
	});

	it('says what the wiki says where it refuses, and keeps the note', async () => {
		await apply(demo, course, 'BlockedAbroad');
		const pages = await reviewer('ReviewerThree');
		await pages.openApplication(course, 'BlockedAbroad');
		await pages.page.keyboard.press('a');
		await pages.frame.getByLabel('Note for the other reviewers').fill('Kept');
		const session = await sessionOf(demo, 'LocalSysop');
		await session.post({
			action: 'protect',
			title: titleOf(course, 'BlockedAbroad'),
			protections: 'edit=sysop',
			token: await session.token('csrf'),
		});
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.error.waitFor();
		expect(await pages.error.innerText()).toContain('protected');
		expect(await pages.frame.getByLabel('Note for the other reviewers').inputValue()).toBe('Kept');
		await pages.frame.getByLabel('Note for the other reviewers').fill('Call me: +1 202 555 0175');
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.error.getByText('The note seems to hold').waitFor();
	});
});
