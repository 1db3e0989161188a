import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { digestDecisions, collectDecisions } from '../../../shared/actions/collectDecisions.ts';
import { writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { findAccessibilityProblems } from '../accessibility/findAccessibilityProblems.ts';
import { onEdit } from '../failures.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { addAction, apply, decide, findDecisions, readActions, openSession, titleOf } from './reviewWiki.ts';

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
		await decide(demo, course, 'ReviewerTwo', 'LocalSysop', 'accepted');
		await decide(demo, course, 'ReviewerOne', 'Steward', 'recused');
		for (const [name, verdict] of [
			['SysopAbroad', 'met'],
			['Newcomer', 'not met'],
		] as const)
			await rewrite(name, (text) => text.replace(region(''), region(verdict)));
		// Text that others write into the bot's region does not count.
		await rewrite('Newcomer', (text) => text.replace(region('not met'), region('met')), 'Newcomer');
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	const region = (verdict: string): string =>
		writeStatusRegion(verdict && `{{WikiLearn status/application|key=received|verdict=${verdict}}}`);
	/** @param by default: the bot */
	async function rewrite(name: string, change: (text: string) => string, by?: string): Promise<void> {
		const title = titleOf(course, name);
		const text = change((await readPages(demo.bot, [title])).get(title)?.revision.text ?? '');
		if (by === undefined) await demo.bot.edit({ action: 'edit', title, text });
		else await (await openSession(demo, by)).edit({ title, text });
	}
	const decisionsOn = async (name: string) => (await findDecisions(demo, course, name)).decisions;

	async function open(name = 'ReviewerOne'): Promise<ReviewPages> {
		const pages = await ReviewPages.of(browser, demo, name);
		await pages.openQueue();
		return pages;
	}

	const namesIn = (pages: ReviewPages): Promise<readonly string[]> =>
		pages.frame.locator('.wikilearn-item-name').allInnerTexts();

	it('lists undecided applications with filter counts; trusts only the bot’s own verdict', async () => {
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
		// Sorted by the number of reviews, fewest first.
		expect((await namesIn(pages)).slice(-1)).toEqual(['LocalSysop']);
		await pages.frame.getByLabel('Which languages do you speak?').selectOption('twi');
		expect(await namesIn(pages)).toEqual(['LocalSysop']);
		await pages.frame.getByLabel('Which languages do you speak?').selectOption('');
		await pages.frame.getByLabel('Show those from which I stepped aside').check();
		expect(await namesIn(pages)).toContain('Steward');
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
	});

	it('works with the keyboard alone: down, draft, open, decide, next', async () => {
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
		expect(await findAccessibilityProblems(page)).toEqual([]);
		await page.keyboard.press('u');
		expect(await pages.item('Steward').innerText()).toContain('prepared: Put on the waitlist');
		// The draft is not public, and survives closing the page.
		expect(await decisionsOn('Steward')).toEqual([]);
		await pages.openQueue();
		expect(await pages.frame.locator('.wikilearn-drafts li').count()).toBe(2);
	});

	it('publishes draft decisions all or none', async () => {
		const pages = await open('ReviewerTwo');
		const { page } = pages;
		for (const name of ['SysopAbroad', 'Volunteer', 'Newcomer']) {
			await pages.item(name).focus();
			await page.keyboard.press(name === 'SysopAbroad' ? 'a' : 'd');
		}
		await pages.frame.getByRole('button', { name: 'Check', exact: true }).click();
		await pages.success.getByText('All of them can be published. Nothing was saved.').waitFor();
		expect(await decisionsOn('SysopAbroad')).toEqual([]);

		await apply(demo, course, 'Volunteer', {
			motivation: 'Something else altogether, and it is much better.',
		});
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.getByText('None was saved: of these, 1 can no longer be made.').waitFor();
		expect(await pages.frame.locator('.wikilearn-drafts').innerText()).toContain(
			'the application was changed since you prepared this',
		);
		expect(await findAccessibilityProblems(page)).toEqual([]);
		expect(await decisionsOn('SysopAbroad')).toEqual([]);

		await pages.frame.getByRole('button', { name: 'Remove: Volunteer' }).click();
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.success.getByText('Decisions published: 2').waitFor();
		expect(await decisionsOn('SysopAbroad')).toMatchObject([{ outcome: 'accepted' }]);
		expect(await decisionsOn('Newcomer')).toMatchObject([{ outcome: 'declined' }]);
		expect(await decisionsOn('Volunteer')).toEqual([]);
		expect(await pages.frame.locator('.wikilearn-drafts li').count()).toBe(0);
		await pages.frame.getByText('3 of 6 applications decided').waitFor();
	});

	it('stops when the network fails midway, and reports its progress', async () => {
		const pages = await open('ReviewerTwo');
		for (const [name, key] of [
			['Steward', 'w'],
			['Volunteer', 'd'],
			['Āmina Yūsuf', 'w'],
		] as const) {
			await pages.item(name).focus();
			await pages.page.keyboard.press(key);
		}
		let edits = 0;
		await onEdit(pages.page, (route) => (++edits > 1 ? route.abort() : route.fallback()));
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.error.waitFor();
		// Identical messages are grouped.
		expect(await pages.error.innerText()).toMatch(
			/Saved: Steward, Āmina Yūsuf\. It stopped at Volunteer: The wiki did not answer.*The rest is still prepared\./,
		);
		expect(await pages.frame.locator('.wikilearn-drafts li').count()).toBe(1);
		await pages.page.unrouteAll();
		await pages.frame.getByRole('button', { name: 'Publish all' }).click();
		await pages.success.getByText('Decisions published: 1').waitFor();
		for (const name of ['Steward', 'Volunteer', 'Āmina Yūsuf'])
			expect(await decisionsOn(name)).toHaveLength(1);
	});

	it('releases exactly what is on the screen, and can take the release back', async () => {
		const pages = await open();
		const outbox = pages.frame.locator('.wikilearn-release');
		expect(await outbox.innerText()).toMatch(/Accepted \(2\)[^]*SysopAbroad: not announced yet/);
		expect(await outbox.innerText()).toMatch(/Put on the waitlist \(2\)[^]*Declined \(2\)/);
		expect(await outbox.innerText()).toContain('Decisions are announced from');
		await outbox.getByRole('button', { name: 'Release the notices' }).click();
		expect(await outbox.innerText()).toContain('(applicants: 6)?');
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
		const seen = await readActions(demo);
		// Concurrent actions of another reviewer are not released with it.
		await decide(demo, course, 'ReviewerTwo', 'LocalSysop', 'declined', 'A change of mind');
		await outbox.getByRole('button', { name: 'Yes, release them' }).click();
		await outbox.getByText('The release can be taken back until').waitFor();
		const release = (await readActions(demo)).actions.slice(-1)[0];
		expect(release).toMatchObject({
			by: { name: 'ReviewerOne' },
			action: {
				kind: 'release',
				course: course.id,
				seenRevid: seen.newestRevid,
				digest: digestDecisions(collectDecisions(seen, course.id)),
			},
		});
		expect(await outbox.innerText()).toContain('SysopAbroad: released, not announced yet');
		expect(await outbox.innerText()).toMatch(
			/LocalSysop: not announced yet; held: decided after the release/,
		);
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
		await outbox.getByRole('button', { name: 'Take back' }).click();
		await outbox.getByText('The release can be taken back until').waitFor({ state: 'detached' });
		expect((await readActions(demo)).actions.slice(-1)[0]?.action).toMatchObject({
			kind: 'take-back',
			takenBack: release?.revid,
		});
		expect(await outbox.innerText()).not.toContain('released, not announced yet');
	});

	it('reports a release that does not match the log, and changed answers', async () => {
		const { newestRevid } = await readActions(demo);
		const release = {
			kind: 'release',
			course: course.id,
			seenRevid: newestRevid,
			digest: '0'.repeat(32),
		} as const;
		await addAction(demo, 'ReviewerTwo', release);
		await apply(demo, course, 'Newcomer', { motivation: 'Changed my mind about what I would do with it.' });
		const pages = await open();
		const outbox = pages.frame.locator('.wikilearn-release');
		expect(await outbox.innerText()).toContain('The release does not match the log');
		expect(await outbox.innerText()).toMatch(/Newcomer: .*held: the answers changed after the decision/);
		expect(await outbox.locator('li a[href*="Diff"]').count()).toBeGreaterThan(0);
		await outbox.getByRole('button', { name: 'Release the notices' }).click();
		await outbox.getByRole('button', { name: 'Yes, release them' }).click();
		await outbox.getByText('The release does not match the log').waitFor({ state: 'detached' });
		expect(await outbox.innerText()).toMatch(
			/Newcomer: released.*held: the answers changed after the decision/,
		);
	});

	it('reports uncertain actions, and lets a release resolve them', async () => {
		const revid = await decide(demo, course, 'ReviewerTwo', 'LocalSysop', 'waitlisted');
		await addAction(demo, 'ReviewerTwo', { kind: 'remind', course: course.id });
		const sysop = await openSession(demo, 'InterfaceAdmin');
		await demo.wiki.setSettings("$wgGroupPermissions['sysop']['deleterevision'] = true;");
		await sysop.post({ action: 'revisiondelete', type: 'revision', ids: revid, hide: 'comment' });
		await demo.wiki.setSettings('');
		const pages = await open();
		const outbox = pages.frame.locator('.wikilearn-release');
		const unclear = outbox.getByText('Edits of the log are hidden or missing');
		await unclear.waitFor();
		expect(await unclear.getByRole('link').getAttribute('href')).toContain(`Diff/${revid}`);
		await outbox.getByRole('button', { name: 'Release the notices' }).click();
		await outbox.getByRole('button', { name: 'Yes, release them' }).click();
		await unclear.waitFor({ state: 'detached' });
	});

	it('requests reminders and messages, with a preview of the text', async () => {
		const session = await openSession(demo, 'ReviewerOne');
		await session.edit({ title: 'News for all', text: 'Dear [[applicants]],\nit begins.' });
		const pages = await open();
		const team = pages.frame.locator('.wikilearn-messaging');
		await team.getByRole('button', { name: 'Remind about missing addresses' }).click();
		await pages.success.waitFor();
		expect((await readActions(demo)).actions.slice(-1)[0]?.action).toEqual({
			kind: 'remind',
			course: course.id,
		});
		await team.getByLabel('To', { exact: true }).selectOption({ label: 'people on the waitlist' });
		await team.getByLabel('Page with the text').fill('No such page');
		await team.getByRole('button', { name: 'Show the text' }).click();
		await pages.error.getByText('There is no such page.').waitFor();
		await team.getByLabel('Page with the text').fill('news for all');
		await team.getByRole('button', { name: 'Show the text' }).click();
		await team.getByText('Dear [[applicants]],').waitFor();
		expect(await findAccessibilityProblems(pages.page)).toEqual([]);
		await team.getByRole('button', { name: 'Send this text' }).click();
		await pages.success.nth(1).waitFor();
		const page = (await readPages(demo.bot, ['News for all'])).get('News for all');
		expect((await readActions(demo)).actions.slice(-1)[0]?.action).toEqual({
			kind: 'write',
			course: course.id,
			to: 'waitlisted',
			page: page?.pageid,
			revision: page?.revision.revid,
		});
	});
});
