import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeAction } from '../../../shared/actions/mark.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { replaceProgramme } from '../replaceProgramme.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { apply, decide, findDecisions, openSession, titleOf } from './reviewWiki.ts';

/** Each would run, link or act if not treated as text. */
const HOSTILE =
	'<img src=x onerror="window.pwned=1"> "><script>window.pwned=2</script> [javascript:window.pwned=3 x] {{subst:PAGENAME}} https://example.org/x ~~~~ }} | \u202Etxet\u202C';

describe('the review page in unusual cases', () => {
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

	const decisionsOn = async (name: string) => (await findDecisions(demo, course, name)).decisions;

	it('renders answers and notes as plain text', async () => {
		await apply(demo, course, 'Volunteer', { motivation: HOSTILE, languages: HOSTILE, 'home-wiki': HOSTILE });
		await decide(demo, course, 'ReviewerTwo', 'Volunteer', 'waitlisted', HOSTILE);
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		const expectText = async (): Promise<void> => {
			expect(await pages.frame.textContent()).toContain(HOSTILE);
			expect(await pages.frame.locator('img, script, a[href^="javascript"], [onerror]').count()).toBe(0);
			expect(await pages.page.evaluate(() => 'pwned' in window)).toBe(false);
		};
		await pages.openApplication('Volunteer');
		await expectText();
		await pages.frame.getByLabel('Note for the other reviewers').fill(HOSTILE);
		await pages.form.locator('.wikilearn-option label').first().click();
		await expectText();
		await pages.publish();
		await pages.success.waitFor();
		const [, mine] = await decisionsOn('Volunteer');
		// Word joiners keep brackets and braces inactive in summaries.
		expect(mine?.note.replace(/\u2060/g, '')).toBe(HOSTILE);
		const log = demo.programme.log.page;
		await pages.page.goto(demo.wiki.pageUrl(log));
		expect(await pages.page.locator('#mw-content-text').innerText()).toContain(HOSTILE.slice(0, 60));
		expect(await pages.page.locator('#mw-content-text :is(li a, img)').count()).toBe(0);
		await pages.openQueue();
		await pages.frame.getByLabel('State').selectOption('');
		await pages.item('Volunteer').click();
		await expectText();
	});

	it('decides on the right talk page section from the queue', async () => {
		for (const name of ['Rollbacker', 'LocalSysop']) {
			const answers = { motivation: `I am ${name}.` };
			const session = await openSession(demo, name);
			await session.edit({
				title: talk,
				section: 'new',
				sectiontitle: 'Application',
				text: `${writeApplication({ course: course.id, answers, email: 'sent' })}\n\n~~~~`,
			});
		}
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		await pages.openQueue();
		await pages.item('Rollbacker').click();
		await pages.frame.getByText('I am Rollbacker.').waitFor();
		await pages.page.keyboard.press('d');
		await pages.publish();
		await pages.success.waitFor();
		expect(await decisionsOn('Rollbacker')).toHaveLength(1);
		expect(await decisionsOn('LocalSysop')).toEqual([]);
	});

	it('reports withdrawn and already decided applications, and saves nothing', async () => {
		const names = ['SysopAbroad', 'Newcomer', 'Āmina Yūsuf'];
		for (const name of names) await apply(demo, course, name);
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne');
		await pages.openQueue();
		for (const name of names) {
			await pages.item(name).focus();
			await pages.page.keyboard.press('a');
		}
		const [withdrawn, decided, fine] = names;
		const session = await openSession(demo, withdrawn!);
		await session.edit({
			title: titleOf(course, withdrawn!),
			appendtext: '\n* Withdrawn',
			summary: writeAction({ kind: 'reply', course: course.id, reply: 'withdrawn', offer: null }, 'abcdefgh'),
		});
		await decide(demo, course, 'ReviewerTwo', decided!, 'declined');
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.getByText('None was saved: of these, 2 can no longer be made.').waitFor();
		const lines = await pages.frame.locator('.wikilearn-drafts li').allInnerTexts();
		expect(lines[0]).toContain('the state is now “withdrawn”');
		expect(lines[1]).toContain('ReviewerTwo decided it meanwhile');
		expect(lines[2]).toContain('can be published');
		expect(await decisionsOn(fine!)).toEqual([]);
	});

	it('asks before accepting more people than seats', async () => {
		const pages = await ReviewPages.of(browser, demo, 'ReviewerThree');
		const [first, ...others] = demo.programme.courses;
		await replaceProgramme(demo, { ...demo.programme, courses: [{ ...first!, seats: 1 }, ...others] });
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
		for (const name of names) expect(await decisionsOn(name)).toEqual([]);
		await warning.getByRole('button', { name: 'Publish all the same' }).click();
		await pages.success.getByText('Decisions published: 2').waitFor();
		for (const name of names) expect(await decisionsOn(name)).toHaveLength(1);
		const outbox = pages.frame.locator('.wikilearn-release');
		await outbox.getByText(/too many (was|were) accepted/).waitFor();
		expect(await outbox.getByRole('button', { name: 'Release the notices' }).count()).toBe(0);
	});
});
