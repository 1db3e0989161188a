import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readApplications } from '../../../shared/application/readApplications.ts';
import type { Course, Question } from '../../../shared/programme/schema.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { sampleAnswers } from '../sampleAnswers.ts';
import { setUpFormWiki } from '../setUpFormWiki.ts';
import { readFocus, tabTo, type FocusedElement } from './keyboard.ts';
import { visit } from '../visit.ts';

describe('with the keyboard alone', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	setUpFormWiki((started) => {
		({ demo, browser, course } = started);
	});

	const idOf = (question: Question): string => `wikilearn-${course.id}-${question.id}`;
	const isOf = (question: Question) => (stop: FocusedElement) => stop.id.startsWith(idOf(question));
	const isSubmit = ({ tag, type }: FocusedElement): boolean => tag === 'button' && type === 'submit';

	async function type(page: Page, question: Question, answer: string): Promise<void> {
		switch (question.type) {
			case 'one-of':
			case 'some-of':
			case 'commitment':
				return page.keyboard.press('Space');
			case 'availability': {
				const [day, hour] = answer.split('-').map(Number);
				for (let step = 0; step < day!; step++) await page.keyboard.press('ArrowRight');
				for (let step = 0; step < hour! / 2; step++) await page.keyboard.press('ArrowDown');
				return page.keyboard.press('Space');
			}
			case 'language':
			case 'long-text':
			case 'number':
			case 'private-email':
			case 'short-text':
			case 'time-zone':
			case 'wiki':
				await page.keyboard.press('Control+A');
				return page.keyboard.insertText(answer);
		}
	}

	it('focuses the questions in order, each with a visible focus ring', async () => {
		const { page } = await visit(browser, demo, { account: 'Volunteer' });
		const stops = (await tabTo(page, isSubmit)).filter(({ id }) => id.startsWith(`wikilearn-${course.id}-`));
		const order = course.questions.map(idOf);
		const met = stops.map(({ id }) =>
			order.find((questionId) => id === questionId || id.startsWith(`${questionId}-`)),
		);
		expect([...new Set(met)]).toEqual(order);
		expect(
			met.filter(
				(questionId) =>
					questionId === order[course.questions.findIndex(({ type }) => type === 'availability')],
			),
		).toHaveLength(1);
		expect(stops.filter(({ ring, seen }) => !ring || !seen)).toEqual([]);
	});

	it('announces errors and moves focus to each of them', async () => {
		const { page } = await visit(browser, demo, { account: 'Volunteer' });
		await tabTo(page, isSubmit);
		await page.keyboard.press('Enter');
		await page.locator('.wikilearn-summary').waitFor();
		expect(await readFocus(page)).toMatchObject({ className: 'wikilearn-summary', seen: true });
		const required = course.questions.filter(
			({ required, type }) => required === true && type !== 'time-zone',
		);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect((await readFocus(page)).id).toContain(idOf(required[1]!));
		const [described] = await page.evaluate(() =>
			(document.activeElement?.getAttribute('aria-describedby') ?? '')
				.split(' ')
				.map((id) => document.getElementById(id))
				.filter((element) => element !== null && !element.hidden && element.className === 'wikilearn-problem')
				.map((element) => element?.textContent),
		);
		expect(described).toBeTruthy();
	});

	it('completes an application', async () => {
		const { page, receipt } = await visit(browser, demo, { account: 'SysopAbroad' });
		for (const [question, answer] of sampleAnswers(course)) {
			await tabTo(page, isOf(question));
			await type(page, question, answer);
		}
		await tabTo(page, isSubmit);
		await page.keyboard.press('Enter');

		await page.locator('.wikilearn-answers-preview').waitFor();
		expect((await readFocus(page)).className).toContain('wikilearn-answers-preview');
		await tabTo(page, ({ className }) => className.includes('wikilearn-primary'));
		await page.keyboard.press('Enter');

		await receipt.waitFor();
		expect((await readFocus(page)).className).toContain('wikilearn-receipt');
		const title = `${course.page}/Applications/SysopAbroad`;
		const [found] = readApplications(
			(await readPages(demo.bot, [title])).get(title)?.revision.text ?? '',
		).applications;
		expect(found?.application).toMatchObject({ course: course.id, email: 'sent' });
		const week = course.questions.find((question) => question.type === 'availability')!;
		expect(found?.application.answers[week.id]).toBe('mon can 18:00-20:00');
	});

	it('returns from the preview to the same place with all answers kept', async () => {
		const { page } = await visit(browser, demo, { account: 'LocalSysop' });
		for (const [question, answer] of sampleAnswers(course)) {
			await tabTo(page, isOf(question));
			await type(page, question, answer);
		}
		await tabTo(page, isSubmit);
		await page.keyboard.press('Enter');
		await page.locator('.wikilearn-answers-preview').waitFor();
		const primary = ({ className }: FocusedElement): boolean => className.includes('wikilearn-primary');
		await tabTo(page, primary);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.locator('.wikilearn-form').waitFor();
		expect(await readFocus(page)).toMatchObject({ tag: 'button', type: 'submit' });
		const email = course.questions.find(({ type }) => type === 'private-email')!;
		expect(await page.inputValue(`[id="${idOf(email)}"]`)).toBe('ama@example.org');
	});
});
