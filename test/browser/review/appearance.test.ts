import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { findAccessibilityProblems } from '../accessibility/findAccessibilityProblems.ts';
import { startBrowser } from '../startBrowser.ts';
import { startFormWiki } from '../startFormWiki.ts';
import { ReviewPages } from './reviewPages.ts';
import { apply, decide } from './reviewWiki.ts';

const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 320, height: 640 } };

describe('the review page in every skin', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
		await apply(demo, course, 'BlockedAbroad', { motivation: `Long ${'W'.repeat(150)}` });
		await apply(demo, course, 'Newcomer', { use: '', motivation: 'Write to ama@example.org' });
		await apply(demo, course, 'Иван Петров');
		await decide(demo, course, 'ReviewerTwo', 'Newcomer', 'waitlisted', 'No use');
		await decide(demo, course, 'Volunteer', 'Newcomer', 'accepted');
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	/** How many pixels it overflows its container, and the page its window because of it. */
	function overflow({ frame }: ReviewPages): Promise<readonly number[]> {
		return frame.evaluate((element) => {
			const root = document.documentElement;
			const own = element.scrollWidth - element.clientWidth;
			const whole = root.scrollWidth;
			(element as HTMLElement).style.display = 'none';
			const without = Math.max(root.scrollWidth, innerWidth);
			(element as HTMLElement).style.display = '';
			return [own, whole - without];
		});
	}

	interface Look {
		readonly context: BrowserContextOptions;
		readonly parameters?: string;
		readonly style?: URL;
		/** axe-core rules to skip. */
		readonly without?: readonly string[];
	}

	it.each<[string, Look]>([
		['on a phone', { context: NARROW, parameters: '?useskin=minerva' }],
		['narrow, from right to left', { context: NARROW, parameters: '?uselang=ar' }],
		['in an old skin', { context: WIDE, parameters: '?useskin=monobook' }],
		['at night', { context: WIDE, style: new URL('../accessibility/nightTokens.css', import.meta.url) }],
		[
			// axe-core reads the style sheet's colors, not the forced ones.
			'in forced colours',
			{ context: { ...WIDE, forcedColors: 'active' }, without: ['color-contrast'] },
		],
	])('%s: no accessibility problems, no horizontal scrolling', async (_, look) => {
		const pages = await ReviewPages.of(browser, demo, 'ReviewerOne', look.context);
		const { page } = pages;
		const expectNothing = async (): Promise<void> => {
			if (look.style) await page.addStyleTag({ content: await readFile(look.style, 'utf8') });
			expect(await findAccessibilityProblems(page, look.without)).toEqual([]);
			expect((await overflow(pages)).filter((pixels) => pixels > 0)).toEqual([]);
		};
		await pages.openQueue(look.parameters);
		await page.keyboard.press('j');
		await page.keyboard.press('a');
		await expectNothing();
		await page.keyboard.press('n');
		await pages.frame.locator('.wikilearn-requirements').waitFor();
		await page.keyboard.press('w');
		await expectNothing();
		await pages.openApplication('Newcomer', look.parameters);
		await pages.frame.locator('.wikilearn-requirements').waitFor();
		await expectNothing();
	});
});
