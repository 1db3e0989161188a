import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import type { FormPage } from '../formPage.ts';
import { setUpFormWiki } from '../setUpFormWiki.ts';
import { findAccessibilityProblems } from './findAccessibilityProblems.ts';
import { stubResponse, createErrorResponse, setWikiClock } from './interceptApi.ts';
import { fillForm, goToReview, sendApplication } from '../formSteps.ts';
import { visit, type Visit } from '../visit.ts';

const HOUR_MS = 3_600_000;

describe('axe-core finds nothing in the form', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	setUpFormWiki((started) => {
		({ demo, browser, course } = started);
	});

	const volunteer = (options: Visit = {}): Promise<FormPage> =>
		visit(browser, demo, { account: 'Volunteer', ...options });

	const expectNothing = async ({ page }: FormPage): Promise<void> => {
		expect(await findAccessibilityProblems(page)).toEqual([]);
	};

	it('for readers who are not logged in', async () => {
		await expectNothing(await visit(browser, demo));
	});

	it.each<[string, 'opens' | 'closes' | 'notify', number, Visit]>([
		['before opening', 'opens', -48, {}],
		['in its last hours', 'closes', -10, { account: 'Volunteer' }],
		['in its last hour', 'closes', -0.5, { account: 'Volunteer' }],
		['after closing', 'closes', 1, { account: 'Volunteer' }],
		['after people were told', 'notify', 1, {}],
	])('%s', async (_, date, hours, options) => {
		const instant = new Date(Date.parse(course[date]) + hours * HOUR_MS).toISOString();
		const form = await visit(browser, demo, { ...options, before: (page) => setWikiClock(page, instant) });
		const open = date === 'closes' && hours < 0;
		expect(await form.mount.locator('form').count()).toBe(open ? 1 : 0);
		await expectNothing(form);
	});

	it('with no answers', async () => {
		const form = await volunteer();
		expect(await form.mount.locator('form').count()).toBe(1);
		await expectNothing(form);
	});

	it('with answers missing', async () => {
		const form = await volunteer();
		await form.mount.locator('button[type=submit]').click();
		await form.problems.waitFor();
		await expectNothing(form);
	});

	it('with an answer that is too long and contains an email address', async () => {
		const form = await volunteer();
		const written = course.questions.find(({ type }) => type === 'long-text')!;
		await form.answer(written, `ama@example.org ${'x'.repeat(2100)}`);
		await form.mount.locator('button[type=submit]').click();
		await form.problems.waitFor();
		await expectNothing(form);
	});

	it('filled in', async () => {
		const form = await volunteer();
		await fillForm(form, course);
		await expectNothing(form);
	});

	it('with a restored draft', async () => {
		const form = await volunteer();
		await fillForm(form, course);
		await form.page.keyboard.press('Tab');
		await form.open();
		await form.mount.locator('.wikilearn-notice-notice').waitFor();
		await expectNothing(form);
	});

	it('showing the preview', async () => {
		const form = await volunteer();
		await fillForm(form, course);
		await goToReview(form);
		await expectNothing(form);
	});

	it.each<[string, object]>([
		['refused', createErrorResponse('protectedpage', 'This page has been protected to prevent editing.')],
		[
			'asked for a CAPTCHA',
			{
				edit: {
					result: 'Failure',
					captcha: { type: 'question', mime: 'text/html', id: '1', question: 'Which color has the sky?' },
				},
			},
		],
		[
			'warned by a filter',
			{
				errors: [
					{
						code: 'abusefilter-warning',
						text: 'This looks unconstructive.',
						data: { abusefilter: { id: 1, description: 'Test', actions: ['warn'] } },
						module: 'edit',
					},
				],
			},
		],
	])('%s by the wiki', async (_, response) => {
		const form = await volunteer({ before: (page) => stubResponse(page, 'edit', response) });
		await fillForm(form, course);
		await goToReview(form);
		await sendApplication(form);
		await form.error.waitFor();
		await expectNothing(form);
	});

	it('with the receipt, and when returning to the application', async () => {
		const form = await visit(browser, demo, { account: 'SysopAbroad' });
		await fillForm(form, course);
		await goToReview(form);
		await sendApplication(form);
		await form.receipt.waitFor();
		await expectNothing(form);
		await form.open();
		await form.page.waitForLoadState('networkidle');
		expect(await form.mount.locator('a[href*="/Applications/SysopAbroad"]').count()).toBeGreaterThan(0);
		await expectNothing(form);
	});

	it('changing and withdrawing an application', async () => {
		const form = await visit(browser, demo, { account: 'LocalSysop' });
		await fillForm(form, course);
		await goToReview(form);
		await sendApplication(form);
		await form.receipt.waitFor();
		const { mount } = form;
		const own = mount.locator('.wikilearn-my-application');
		await form.open();
		await own.getByRole('button', { name: 'Change your answers' }).click();
		await mount.locator('.wikilearn-form').waitFor();
		await expectNothing(form);
		await form.open();
		await own.getByRole('button', { name: 'Withdraw your application' }).click();
		await own.getByRole('button', { name: 'Yes, withdraw it' }).waitFor();
		await expectNothing(form);
		await own.getByRole('button', { name: 'Yes, withdraw it' }).click();
		await own.getByRole('button', { name: 'Apply again' }).waitFor();
		await expectNothing(form);
	});

	it('with the receipt when the wiki rejected the mail', async () => {
		await demo.wiki.createAccount({ name: 'Unconfirmed', password: PASSWORD, emailConfirmed: false });
		const form = await visit(browser, demo, { account: 'Unconfirmed' });
		await fillForm(form, course);
		await goToReview(form);
		await sendApplication(form);
		await form.receipt.locator('a[href^="mailto:"]').waitFor();
		await expectNothing(form);
	});
});
