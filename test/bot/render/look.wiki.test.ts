import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderStatus, statusTitle } from '../../../bot/render/renderStatus.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { statusRegion } from '../../../shared/application/statusRegion.ts';
import { startBrowser } from '../../browser/startBrowser.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { AT, mixedCohort, programme } from './cohort.ts';
import { deployTemplates } from './deployTemplates.ts';

describe('the status page in a browser', () => {
	let wiki: Wiki;
	let browser: Browser;
	const title = statusTitle(programme, 0);

	beforeAll(async () => {
		[wiki, browser] = await Promise.all([startWiki(), startBrowser()]);
		await deployTemplates(wiki);
	});
	afterAll(async () => {
		await Promise.all([browser.close(), wiki.stop()]);
	});

	async function open(language: string, skin: string, width: number) {
		const [text = ''] = renderStatus(
			{ ...programme, language },
			mixedCohort(40),
			AT,
			translateInto(language),
		);
		await new ApiSession(wiki.apiUrl).edit({ title, text: statusRegion(text), summary: 'status' });
		const page = await browser.newPage({ viewport: { width, height: 800 } });
		await page.goto(
			`${wiki.url}/w/index.php?title=${encodeURIComponent(title)}&useskin=${skin}&uselang=${language}`,
		);
		return page;
	}

	it.each([
		['en', 'minerva', 320],
		['ar', 'minerva', 320],
		['en', 'vector-2022', 1280],
		['ar', 'vector', 1000],
	])('needs no scrolling sideways: %s, %s, %i px', async (language, skin, width) => {
		const page = await open(language, skin, width);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		await page.close();
		expect(wide).toBeLessThanOrEqual(width);
	});

	it.each(['en', 'ar'])('is accessible: %s', async (language) => {
		const page = await open(language, 'vector-2022', 1280);
		await page.evaluate(axe.source);
		const violations = await page.evaluate(async () => {
			const here = window as unknown as { readonly axe: typeof axe };
			// Links to pages that do not exist have the skin's own red.
			const found = await here.axe.run({ include: [['[class*="wikilearn-status"]']], exclude: [['a.new']] });
			return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
		});
		await page.close();
		expect(violations).toEqual([]);
	});
});
