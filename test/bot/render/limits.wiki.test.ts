import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderStatus, statusTitle } from '../../../bot/render/renderStatus.ts';
import { writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { NOW, evaluateCourses, createMixedCohort, programme, wordingOf } from './cohort.ts';
import { deployTemplates } from './deployTemplates.ts';

interface Parsed {
	readonly parse: {
		readonly text: string;
		readonly categories: readonly { readonly category: string }[];
		readonly limitreportdata: readonly Readonly<Record<string, string | number>>[];
	};
}

describe('the status pages at 10,000 applications, on a real wiki', () => {
	let wiki: Wiki;
	const pages = renderStatus(
		programme,
		evaluateCourses(programme, createMixedCohort(10_000)),
		NOW,
		wordingOf(),
	).map(writeStatusRegion);

	beforeAll(async () => {
		wiki = await startWiki();
		await deployTemplates(wiki);
	});
	afterAll(() => wiki.stop());

	async function parse(index: number): Promise<Parsed['parse']> {
		const response = await new ApiSession(wiki.apiUrl).post<Parsed>({
			action: 'parse',
			title: statusTitle(programme, index),
			text: `${pages[index] ?? ''}\nBelow it`,
			contentmodel: 'wikitext',
			prop: 'text|categories|limitreportdata',
		});
		return response.parse;
	}

	/** The used part of a limit, 0 to 1. */
	function used({ limitreportdata }: Parsed['parse'], name: string): number {
		const entry = limitreportdata.find((limit) => limit.name === `limitreport-${name}`);
		return Number(entry?.['0']) / Number(entry?.['1']);
	}

	const largest = pages.reduce(
		(best, page, index) => (page.length > (pages[best] ?? '').length ? index : best),
		0,
	);

	it.each([...new Set([0, largest])])('stay far below the limits: part %i', async (index) => {
		const parsed = await parse(index);
		for (const limit of [
			'ppvisitednodes',
			'postexpandincludesize',
			'templateargumentsize',
			'expansiondepth',
		]) {
			expect(used(parsed, limit), limit).toBeGreaterThan(0);
			expect(used(parsed, limit), limit).toBeLessThan(0.5);
		}
		expect(Buffer.byteLength(pages[index] ?? '')).toBeLessThan(1024 * 1024);
		expect(parsed.categories).toEqual([]);
		const rows = (pages[index] ?? '').split('{{WikiLearn status/row').length - 1;
		expect(parsed.text.split('href="/wiki/Special:Diff/').length - 1).toBe(rows);
		expect(
			/[^]{0,60}(?:\{\{|⧼|Template:WikiLearn|<p><br \/>)[^]{0,80}/.exec(
				parsed.text.replace(/<!--[^]*?-->/g, ''),
			),
		).toBeNull();
	});
});
