import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { findAccessibilityProblems } from '../accessibility/findAccessibilityProblems.ts';
import { onEdit } from '../failures.ts';
import { readFocus, tabTo } from '../accessibility/keyboard.ts';
import { setUpFormWiki } from '../setUpFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import {
	addAction,
	apply,
	decide,
	findDecisions,
	readActions,
	recordReviewRequests,
	openSession,
	titleOf,
} from './reviewWiki.ts';

describe('reviewing an application', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	setUpFormWiki((started) => {
		({ demo, browser, course } = started);
	});

	const reviewer = (name = 'ReviewerOne'): Promise<ReviewPages> => ReviewPages.of(browser, demo, name);
	const decisionsOn = async (name: string) => (await findDecisions(demo, course, name)).decisions;

	it('is shown with evidence, flags and seats', async () => {
		await apply(demo, course, 'Newcomer', { use: '' });
		const pages = await reviewer();
		await pages.openApplication('Newcomer');
		await pages.frame.locator('.wikilearn-requirements').waitFor();
		const shown = await pages.frame.innerText();
		expect(shown).toContain('40 of 40 seats free');
		expect(shown).toMatch(/Administrator or other advanced rights: not met\s+None of these rights/);
		expect(shown).toContain('Answers are missing: “How will you use what you learn in your community?”');
		expect(shown).toMatch(/State\s+incomplete/);
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
	});

	it('is possible only on the review page and only for reviewers', async () => {
		await apply(demo, course, 'Volunteer');
		const mount = '<div class="wikilearn-review">Here</div>';
		await (await openSession(demo, 'Volunteer')).edit({ title: 'Imitation/Review', text: mount });
		const nobody = await reviewer('Rollbacker');
		const earlyRequests = recordReviewRequests(nobody.page);
		for (const title of [titleOf(course, 'Volunteer'), course.page, 'Main Page']) {
			await nobody.page.goto(demo.wiki.pageUrl(title));
			await nobody.page.waitForLoadState('networkidle');
		}
		expect(earlyRequests).toEqual([]);
		await nobody.page.goto(demo.wiki.pageUrl(`${demo.programme.root}/Review`));
		await nobody.page.getByText('This page is for the programme’s reviewers.').waitFor();
		expect(await nobody.frame.count()).toBe(0);

		const pages = await reviewer();
		const requests = recordReviewRequests(pages.page);
		for (const title of [titleOf(course, 'Volunteer'), 'Imitation/Review']) {
			await pages.page.goto(demo.wiki.pageUrl(title));
			await pages.page.waitForLoadState('networkidle');
			expect(await pages.frame.count()).toBe(0);
		}
		expect(requests.length).toBeGreaterThan(0);
		expect(await pages.page.locator('.wikilearn-review').innerText()).toBe('Here');
	});

	it('works with the keyboard alone, and makes one edit to the log', async () => {
		await apply(demo, course, 'LocalSysop');
		const pages = await reviewer();
		await pages.openApplication('LocalSysop');
		await pages.pick('a');
		expect(await readFocus(pages.page)).toMatchObject({ type: 'radio', ring: true, seen: true });
		await tabTo(pages.page, ({ tag }) => tag === 'textarea');
		// Keyboard shortcuts are plain letters here.
		await pages.page.keyboard.type('a well done draw');
		await tabTo(pages.page, ({ className }) => className === 'wikilearn-button');
		await pages.page.keyboard.press('Enter');
		await pages.success.waitFor();
		await pages.frame.locator('.wikilearn-seats').getByText('39 of 40 seats free').waitFor();
		expect(await decisionsOn('LocalSysop')).toMatchObject([
			{ outcome: 'accepted', note: 'a well done draw', by: { name: 'ReviewerOne' } },
		]);
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
		// Changing it is a new decision.
		await pages.pick('w');
		await pages.frame.getByLabel('Place on the waitlist').fill('2');
		await pages.publish();
		await pages.frame.getByText('At place 2 of the waitlist').waitFor();
		expect(await decisionsOn('LocalSysop')).toMatchObject([
			{ outcome: 'accepted' },
			{ outcome: 'waitlisted', place: 2 },
		]);
		// Any reviewer can take it back.
		const other = await reviewer('ReviewerTwo');
		await other.openApplication('LocalSysop');
		await other.frame.getByRole('button', { name: 'Take back' }).click();
		await other.frame.locator('.wikilearn-seats').getByText('39 of 40 seats free').waitFor();
		expect(await decisionsOn('LocalSysop')).toMatchObject([{ outcome: 'accepted' }]);
		expect(await other.frame.innerText()).not.toContain('At place 2');
	});

	it('disables keyboard shortcuts on request, and remembers it', async () => {
		await apply(demo, course, 'LocalRollbacker');
		const pages = await reviewer();
		await pages.openApplication('LocalRollbacker');
		await pages.frame.getByLabel('Keys of one letter').uncheck();
		await pages.page.keyboard.press('a');
		expect(await pages.form.locator('input:checked').count()).toBe(0);
		await pages.openApplication('LocalRollbacker');
		await pages.page.keyboard.press('d');
		expect(await pages.form.locator('input:checked').count()).toBe(0);
	});

	it('reports a change made meanwhile, and decides after confirmation', async () => {
		await apply(demo, course, 'Steward');
		const pages = await reviewer();
		await pages.openApplication('Steward');
		await pages.pick('d');
		await pages.frame.getByLabel('Note for the other reviewers').fill('Too little time');
		await apply(demo, course, 'Steward', { motivation: 'Now I have all the time in the world, and more.' });
		await pages.publish();
		await pages.error.waitFor();
		expect(await pages.error.innerText()).toContain('the application was changed');
		expect(await pages.frame.locator('.wikilearn-answers').innerText()).toContain(
			'all the time in the world',
		);
		expect(await decisionsOn('Steward')).toEqual([]);
		expect(await pages.frame.getByLabel('Note for the other reviewers').inputValue()).toBe('Too little time');
		await pages.publish();
		await pages.success.waitFor();
		expect(await decisionsOn('Steward')).toMatchObject([{ outcome: 'declined' }]);
	});

	it('shows the slower of two reviewers the other’s decision', async () => {
		await apply(demo, course, 'Āmina Yūsuf');
		const [first, second] = [await reviewer('ReviewerOne'), await reviewer('ReviewerTwo')];
		await first.openApplication('Āmina Yūsuf');
		await second.openApplication('Āmina Yūsuf');
		for (const [pages, key] of [
			[first, 'a'],
			[second, 'd'],
		] as const) {
			await pages.pick(key);
			await pages.publish();
			await pages.success.or(pages.error).waitFor();
		}
		expect(await second.error.innerText()).toContain('ReviewerOne decided it meanwhile');
		expect(await second.frame.innerText()).toMatch(/Accepted by ReviewerOne/);
		expect(await decisionsOn('Āmina Yūsuf')).toMatchObject([{ outcome: 'accepted' }]);
		await second.publish();
		await second.success.waitFor();
		expect(await decisionsOn('Āmina Yūsuf')).toHaveLength(2);
	});

	it('saves one decision when the response is lost', async () => {
		await apply(demo, course, '李小龍');
		const pages = await reviewer();
		await pages.openApplication('李小龍');
		let lost = 0;
		await onEdit(pages.page, async (route) => {
			if (lost++ > 0) return route.fallback();
			await route.fetch();
			return route.abort();
		});
		await pages.pick('a');
		await pages.publish();
		await pages.success.waitFor();
		expect(lost).toBe(1);
		expect(await decisionsOn('李小龍')).toHaveLength(1);
	});

	it('ignores decisions by template or by others; a reviewer can recuse themselves and return', async () => {
		await apply(demo, course, 'SysopAbroad');
		const session = await openSession(demo, 'ReviewerTwo');
		await session.edit({
			title: titleOf(course, 'SysopAbroad'),
			appendtext: '\n{{WikiLearn decision|outcome=accepted|by=ReviewerTwo}}',
		});
		await decide(demo, course, 'Rollbacker', 'SysopAbroad', 'accepted');
		const pages = await reviewer();
		await pages.openApplication('SysopAbroad');
		const shown = await pages.frame.innerText();
		expect(shown).toMatch(/Decisions\s+none yet/);
		expect(shown).toMatch(/State\s+received/);
		await pages.page.keyboard.press('r');
		await pages.publish();
		await pages.frame.getByText('You said that you will not decide this one.').waitFor();
		expect(await pages.form.count()).toBe(0);
		expect((await findDecisions(demo, course, 'SysopAbroad')).recusals).toMatchObject([
			{ by: { name: 'ReviewerOne' } },
		]);
		await pages.frame.getByRole('button', { name: 'Back to the list' }).click();
		await pages.frame.getByText('Edits of the log without effect: 1').click();
		expect(await pages.frame.locator('.wikilearn-ineffective').innerText()).toContain('Rollbacker');
	});

	it('does not let applicants decide about themselves', async () => {
		await apply(demo, course, 'ReviewerThree');
		const pages = await reviewer('ReviewerThree');
		await pages.openQueue();
		expect(await pages.item('ReviewerThree').count()).toBe(0);
		await pages.frame.getByLabel('Show those from which I stepped aside').check();
		await pages.item('ReviewerThree').focus();
		await pages.page.keyboard.press('a');
		expect(await pages.item('ReviewerThree').innerText()).not.toContain('prepared');
		await pages.item('ReviewerThree').click();
		await pages.frame.getByText('This is your own application').waitFor();
		expect(await pages.form.count()).toBe(0);
	});

	it('works when the log was given another content model', async () => {
		await apply(demo, course, 'Иван Петров');
		const sysop = await openSession(demo, 'LocalSysop');
		await sysop.post({
			action: 'edit',
			pageid: demo.programme.log.id,
			text: '{}',
			contentmodel: 'json',
			summary: 'jammed',
		});
		const pages = await reviewer();
		await pages.openApplication('Иван Петров');
		await pages.pick('w');
		await pages.publish();
		await pages.success.waitFor();
		expect(await decisionsOn('Иван Петров')).toMatchObject([{ outcome: 'waitlisted' }]);
		expect((await readActions(demo)).uncertain).toEqual([]);
	});

	it('shows the wiki’s error message, and keeps the note', async () => {
		await apply(demo, course, 'BlockedAbroad');
		const pages = await reviewer('ReviewerThree');
		await pages.openApplication('BlockedAbroad');
		await pages.page.keyboard.press('a');
		await pages.frame.getByLabel('Note for the other reviewers').fill('Kept');
		const session = await openSession(demo, 'LocalSysop');
		const { id } = demo.programme.log;
		await session.post({ action: 'protect', pageid: id, protections: 'edit=sysop' });
		await pages.publish();
		await pages.error.waitFor();
		expect(await pages.error.innerText()).toContain('protected');
		expect(await pages.frame.getByLabel('Note for the other reviewers').inputValue()).toBe('Kept');
		await pages.frame.getByLabel('Note for the other reviewers').fill('Call me: +1 202 555 0175');
		await pages.publish();
		await pages.error.getByText('The note seems to hold').waitFor();
		await session.post({ action: 'protect', pageid: id, protections: 'edit=all' });
	});

	it('lists nobody while there is no log', async () => {
		const session = await openSession(demo, 'LocalSysop');
		await session.post({ action: 'delete', pageid: demo.programme.log.id });
		const pages = await reviewer();
		await pages.openApplication('BlockedAbroad');
		expect(await pages.form.count()).toBe(0);
		expect(await pages.frame.innerText()).toContain('The log page is missing');
		await pages.frame.getByRole('button', { name: 'Back to the list' }).click();
		expect(await pages.frame.getByRole('button', { name: 'Release' }).count()).toBe(0);
		await session.post({ action: 'undelete', title: demo.programme.log.page });
		await addAction(demo, 'ReviewerTwo', { kind: 'remind', course: course.id });
	});
});
