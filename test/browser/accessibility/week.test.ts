import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { visit } from '../visit.ts';

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

describe('the week', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let prefix: string;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		const course: Course = demo.programme.courses[0]!;
		prefix = `wikilearn-${course.id}-${course.questions.find(({ type }) => type === 'availability')!.id}`;
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	/** Day 0: Monday. */
	const cell = (page: Page, day: number, hour: number): Locator =>
		page.locator(`[id="${prefix}-${day}-${hour}"]`);
	const names = (page: Page, days: readonly number[], hour: number): Promise<(string | null)[]> =>
		Promise.all(days.map((day) => cell(page, day, hour).getAttribute('aria-label')));
	const middle = async (page: Page, day: number, hour: number): Promise<{ x: number; y: number }> => {
		const box = (await cell(page, day, hour).boundingBox())!;
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	};

	it('is a grid whose cells announce day, hours and state', async () => {
		const { page } = await visit(browser, demo, { account: 'Volunteer' });
		const grid = page.getByRole('grid', { name: 'When you can attend' });
		expect(await grid.getByRole('gridcell').getByRole('button').count()).toBe(7 * 12);
		const friday = grid.getByRole('button', { name: /^Friday,? 18–20: not$/ });
		expect(await friday.count()).toBe(1);
		await friday.press('Space');
		expect(await cell(page, 4, 18).getAttribute('aria-label')).toMatch(/^Friday,? 18–20: can$/);
		await cell(page, 4, 18).press('Space');
		expect(await cell(page, 4, 18).getAttribute('aria-label')).toMatch(/^Friday,? 18–20: would rather$/);
		expect(await cell(page, 4, 18).textContent()).toBe('★');
	});

	it.each([
		['', 'ArrowRight', 'ArrowLeft'],
		['?uselang=ar', 'ArrowLeft', 'ArrowRight'],
	])('moves with the arrow keys in text direction (%s)', async (parameters, forward, back) => {
		const { page } = await visit(browser, demo, { account: 'Volunteer', parameters });
		await cell(page, 0, 0).focus();
		for (const key of [forward, forward, 'ArrowDown', back]) await page.keyboard.press(key);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe(`${prefix}-1-2`);
		const [monday, tuesday] = [await middle(page, 0, 0), await middle(page, 1, 0)];
		expect(monday.x < tuesday.x).toBe(parameters === '');
	});

	it('handles a screen reader’s click as one press', async () => {
		const { page } = await visit(browser, demo, { account: 'Volunteer' });
		for (const detail of [0, 1]) {
			await cell(page, 1, 10).evaluate((button, detail) => {
				button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
			}, detail);
		}
		expect(await cell(page, 1, 10).textContent()).toBe('★');
	});

	it('handles mouse clicks and drags', async () => {
		const { page } = await visit(browser, demo, { account: 'Volunteer' });
		await cell(page, 0, 8).click();
		expect(await cell(page, 0, 8).textContent()).toBe('✓');
		await cell(page, 1, 8).scrollIntoViewIfNeeded();
		const [from, to] = [await middle(page, 1, 8), await middle(page, 3, 8)];
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(to.x, to.y, { steps: 20 });
		await page.mouse.up();
		expect(await Promise.all([1, 2, 3, 4].map((day) => cell(page, day, 8).textContent()))).toEqual([
			'✓',
			'✓',
			'✓',
			'',
		]);
	});

	it('handles taps and touch drags, in cells large enough for a finger', async () => {
		const { page } = await visit(browser, demo, {
			account: 'Volunteer',
			context: PHONE,
			parameters: '?useskin=minerva',
		});
		await cell(page, 2, 10).scrollIntoViewIfNeeded();
		const box = (await cell(page, 2, 10).boundingBox())!;
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
		await cell(page, 2, 10).tap();
		expect(await cell(page, 2, 10).textContent()).toBe('✓');
		await cell(page, 2, 10).tap();
		expect(await cell(page, 2, 10).textContent()).toBe('★');

		const points = await Promise.all([0, 1, 2].map((day) => middle(page, day, 12)));
		const touch = await page.context().newCDPSession(page);
		const send = (
			type: 'touchStart' | 'touchMove' | 'touchEnd',
			at?: { x: number; y: number },
		): Promise<unknown> => touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
		await send('touchStart', points[0]);
		for (const point of points.slice(1)) await send('touchMove', point);
		await send('touchEnd');
		expect(await names(page, [0, 1, 2, 3], 12)).toEqual([
			expect.stringMatching(/can$/),
			expect.stringMatching(/can$/),
			expect.stringMatching(/can$/),
			expect.stringMatching(/not$/),
		]);
	});
});
