import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { writeMark } from '../../../shared/mark/writeMark.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { traceApplications } from '../../../shared/submission/traceApplications.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { append, applicationOf, apply, sessionOf, titleOf } from './reviewWiki.ts';

/** Each would run, link or act, were it taken for anything but text. */
const HOSTILE =
	'<img src=x onerror="window.pwned=1"> "><script>window.pwned=2</script> [javascript:window.pwned=3 x] {{subst:PAGENAME}} ~~~~ }} | \u202Etxet\u202C';

describe('the review, where things are unusual', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;
	let talk: string;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
		talk = `Talk:${course.page}`;
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	it('answers and notes are only ever text', async () => {
		await apply(demo, course, 'Volunteer', { motivation: HOSTILE, languages: HOSTILE, 'home-wiki': HOSTILE });
		const note = writeMark('decision', { outcome: 'waitlisted', note: HOSTILE });
		await append(demo, course, 'ReviewerTwo', 'Volunteer', note);
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		const expectText = async (): Promise<void> => {
			expect(await pages.frame.textContent()).toContain(HOSTILE);
			expect(await pages.frame.locator('img, script, a[href^="javascript"], [onerror]').count()).toBe(0);
			expect(await pages.page.evaluate(() => 'pwned' in window)).toBe(false);
		};
		await pages.openApplication(course, 'Volunteer');
		await expectText();
		await pages.frame.getByLabel('Note for the other reviewers').fill(HOSTILE);
		await pages.page.locator('.wikilearn-option label').first().click();
		await pages.frame.locator('.wikilearn-preview').waitFor();
		await expectText();
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.success.waitFor();
		const decisions = (await applicationOf(demo, course, 'Volunteer'))?.decisions;
		expect(decisions?.map((decision) => decision.note)).toEqual([HOSTILE, HOSTILE]);
		await pages.openQueue();
		await pages.frame.getByLabel('State').selectOption('');
		await pages.item('Volunteer').click();
		await expectText();
	});

	it('a section of the talk page is decided from the queue, and no other', async () => {
		for (const name of ['Rollbacker', 'LocalSysop']) {
			const answers = { motivation: `I am ${name}.` };
			const session = await sessionOf(demo, name);
			await session.edit({
				title: talk,
				section: 'new',
				sectiontitle: 'Application',
				text: `${writeApplication({ course: course.id, answers, email: 'sent', withdrawn: false })}\n\n~~~~`,
			});
		}
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		await pages.openQueue();
		await pages.item('Rollbacker').click();
		await pages.frame.getByText('I am Rollbacker.').waitFor();
		await pages.page.keyboard.press('d');
		await pages.frame.getByRole('button', { name: 'Save on the page' }).click();
		await pages.success.waitFor();
		const history = await readHistory(demo.bot, talk);
		const { applications } = traceApplications(
			{ kind: 'talk', title: talk, pageid: 0, courses: [course.id], inName: '', movedTo: null, history },
			demo.programme,
			'en',
		);
		expect(applications.map(({ added, decisions }) => [added.user?.name, decisions.length])).toEqual([
			['Rollbacker', 1],
			['LocalSysop', 0],
		]);
	});

	it('a withdrawn application, a protected page and one that another decided are told, and none is saved', async () => {
		const names = ['SysopAbroad', 'Steward', 'Newcomer', 'Āmina Yūsuf'];
		for (const name of names) await apply(demo, course, name);
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		await pages.openQueue();
		for (const name of names) {
			await pages.item(name).focus();
			await pages.page.keyboard.press('a');
		}
		const [withdrawn, locked, decided, fine] = names;
		const session = await sessionOf(demo, withdrawn!);
		await session.edit({
			title: titleOf(course, withdrawn!),
			text: writeApplication({ course: course.id, answers: {}, email: 'sent', withdrawn: true }),
		});
		const sysop = await sessionOf(demo, 'LocalSysop');
		await sysop.post({ action: 'protect', title: titleOf(course, locked!), protections: 'edit=sysop' });
		await append(demo, course, 'ReviewerTwo', decided!, '{{WikiLearn decision|outcome=declined}}');
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.getByText('None was saved: of these, 3 can no longer be made.').waitFor();
		const lines = await pages.frame.locator('.wikilearn-prepared li').allInnerTexts();
		expect(lines[0]).toContain('the application was withdrawn');
		expect(lines[1]).toMatch(/the wiki does not let you save the page: .*protected/);
		expect(lines[2]).toContain('ReviewerTwo decided it meanwhile');
		expect(lines[3]).toContain('can be published');
		expect((await applicationOf(demo, course, fine!))?.decisions).toEqual([]);
	});

	it('more acceptances than seats are asked about, and can be made', async () => {
		const pages = await ReviewPages.of(browser, demo, 'ReviewerThree');
		// The programme travels in the gadget; here with a course of one seat.
		await pages.page.route(/wikilearn-review(?!-i18n)/, async (route) => {
			const response = await route.fetch();
			await route.fulfill({ response, body: (await response.text()).replace(/"seats":\s*40/g, '"seats":1') });
		});
		const names = ['LocalRollbacker', 'Иван Петров'];
		for (const name of names) await apply(demo, course, name);
		await pages.openQueue();
		for (const name of names) {
			await pages.item(name).focus();
			await pages.page.keyboard.press('a');
		}
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		const warning = pages.frame.locator('.wikilearn-notice-warning');
		await warning.getByText(/more acceptances than seats, \d too many/).waitFor();
		for (const name of names) expect((await applicationOf(demo, course, name))?.decisions).toEqual([]);
		await warning.getByRole('button', { name: 'Publish all the same' }).click();
		await pages.success.getByText('Saved on their pages: 2').waitFor();
		for (const name of names) expect((await applicationOf(demo, course, name))?.decisions).toHaveLength(1);
	});
});
