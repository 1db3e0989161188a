import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderReportPage } from '../../../bot/render/renderReport.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import { startBrowser } from '../../browser/startBrowser.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { NOW, evaluateCourses, createMixedCohort, programme } from './cohort.ts';
import { deployTemplates } from './deployTemplates.ts';
import { createReviewedCohort, createFullReport, LATER, reviewedProgramme } from './reviewed.ts';

interface Shown {
	readonly title: string;
	readonly region: string;
}

/** What is looked at, in a language: the status pages, the report with all it can have, an application that waits. */
const pages: Readonly<Record<string, (language: string) => Shown | undefined>> = {
	status: (language) =>
		renderPages(
			{ ...programme, language },
			evaluateCourses(programme, createMixedCohort(40)),
			NOW,
			translateInto(language),
		)[0],
	'status after answers': (language) => reviewed(language)[0],
	report: (language) =>
		renderReportPage({ ...reviewedProgramme, language }, createFullReport(), translateInto(language)),
	application: (language) => reviewed(language).find(({ title }) => title.endsWith('/User 14')),
};

function reviewed(language: string): readonly Shown[] {
	return renderPages(
		{ ...reviewedProgramme, language },
		evaluateCourses(reviewedProgramme, createReviewedCohort()),
		LATER,
		translateInto(language),
	);
}

describe('the bot’s pages in a browser', () => {
	let wiki: Wiki;
	let browser: Browser;

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([startWiki(), startBrowser()]);
		await deployTemplates(wiki);
	});
	afterAll(async () => {
		await Promise.all([browser.close(), wiki.stop()]);
	});

	async function open(name: string, language: string, skin: string, width: number) {
		const shown = pages[name]?.(language);
		if (!shown) throw new Error(`There is no ${name}.`);
		const { title, region } = shown;
		await new ApiSession(wiki.apiUrl).edit({ title, text: writeStatusRegion(region), summary: 'by the bot' });
		const page = await browser.newPage({ viewport: { width, height: 800 } });
		await page.goto(
			`${wiki.url}/w/index.php?title=${encodeURIComponent(title)}&useskin=${skin}&uselang=${language}`,
		);
		return page;
	}

	it.each([
		['status', 'en', 'minerva', 320],
		['status', 'ar', 'minerva', 320],
		['status', 'en', 'vector-2022', 1280],
		['status', 'ar', 'vector', 1000],
		['status after answers', 'en', 'minerva', 320],
		['report', 'en', 'minerva', 320],
		['report', 'ar', 'vector', 1000],
		['application', 'ar', 'minerva', 320],
	])('do not scroll horizontally: %s, %s, %s, %i px', async (name, language, skin, width) => {
		const page = await open(name, language, skin, width);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		await page.close();
		expect(wide).toBeLessThanOrEqual(width);
	});

	it.each([
		['status', 'en'],
		['status', 'ar'],
		['status after answers', 'en'],
		['report', 'en'],
		['application', 'ar'],
	])('are accessible, with all their templates: %s, %s', async (name, language) => {
		const page = await open(name, language, 'vector-2022', 1280);
		await page.evaluate(axe.source);
		const violations = await page.evaluate(async () => {
			const here = window as unknown as { readonly axe: typeof axe };
			// Links to pages that do not exist have the skin's own red.
			const found = await here.axe.run({
				include: [['.mw-parser-output']],
				exclude: [['a.new'], ['.mw-editsection']],
			});
			return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
		});
		const words = await page.locator('.mw-parser-output').innerText();
		await page.close();
		expect(violations).toEqual([]);
		expect(words).not.toMatch(/Template:WikiLearn status|⧼|\{\{\{/);
	});
});
