import { describe, expect, it } from 'vitest';
import type { Bookmark } from '../../../bot/bookmark/bookmark.ts';
import { runCycle } from '../../../bot/cycle.ts';
import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { person } from '../../bench/people.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import { cycleProgramme } from './cycleProgramme.ts';

const BOT = 'WikiLearnBot';
const N = 2_000;

/** A wiki with so many applications as the form saves them, and no CentralAuth: one look-up tells. */
function wikiWith(count: number, rights: readonly string[] = ['apihighlimits', 'bot']): MemoryWiki {
	const wiki = new MemoryWiki();
	const programme = cycleProgramme(wiki.state.now);
	wiki.addAccount(BOT, { rights: [...rights] });
	const add = (user: string, title: string, text: string) => {
		const revid = wiki.state.nextRevid++;
		const timestamp = '2025-12-31T00:00:00Z';
		wiki.state.pages.push({
			pageid: revid,
			title,
			revisions: [{ revid, parentid: 0, timestamp, user, text }],
		});
	};
	add(BOT, PROGRAMME_PAGE, JSON.stringify(programme));
	for (const { page } of programme.courses) add(BOT, page, 'A course');
	for (let index = 0; index < count; index++) {
		const { name, title, text } = person(programme, index);
		wiki.addAccount(name);
		add(name, title, text);
	}
	return wiki;
}

async function cycle(wiki: MemoryWiki, bookmark: Bookmark | null) {
	wiki.requests.length = 0;
	const result = await runCycle(wiki.as(BOT), { bookmark, bot: BOT, translate: translateInto });
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const edits = wiki.requests.filter(({ action }) => action === 'edit').length;
	const lookUps = wiki.requests.filter(({ meta }) => meta === 'globaluserinfo').length;
	return { ...result, edits, lookUps, others: wiki.requests.length - edits - lookUps };
}

describe('what a cycle asks for', () => {
	it(
		`keeps to the budget with ${N} applications, its edits included, and then asks once`,
		{ timeout: 120_000 },
		async () => {
			const wiki = wikiWith(N);
			const first = await cycle(wiki, null);
			expect(first.applications).toHaveLength(N);
			expect(first.lookUps).toBe(1);
			expect(first.others).toBeLessThanOrEqual(2 * Math.ceil(N / 500) + 6);
			const saved = first.published.filter(({ kind }) => kind === 'saved').length;
			expect(saved).toBeGreaterThan(N);
			expect(first.edits).toBe(saved);
			// A list whose texts do not fit into one answer would name all its pages in each.
			const lists = wiki.requests.filter(({ generator }) => generator === 'allpages');
			expect(lists.map(({ gaplimit }) => gaplimit)).toEqual(lists.map(() => 500));

			const second = await cycle(wiki, first.bookmark);
			expect([second.others, second.edits]).toEqual([1, 0]);
		},
	);

	it('needs few requests and edits for one new application, and for one decision', async () => {
		const wiki = wikiWith(200);
		const first = await cycle(wiki, null);
		const { name, title, text } = person(cycleProgramme(wiki.state.now), 200);
		wiki.addAccount(name);
		wiki.state.now += 60_000;
		await wiki.as(name).act({ action: 'edit', title, text, createonly: true });
		const applied = await cycle(wiki, first.bookmark);
		expect(applied.applications).toHaveLength(201);
		expect(applied.others).toBeLessThanOrEqual(4);
		// The application's own page, the first part of the status page, and the part with its row.
		expect(applied.edits).toBeLessThanOrEqual(3);

		const settled = await cycle(wiki, applied.bookmark);
		wiki.addAccount('Rita');
		wiki.state.now += 60_000;
		const page = wiki.state.pages.find((one) => one.title === title);
		const present = page?.revisions[page.revisions.length - 1]?.text ?? '';
		const decision = '{{WikiLearn decision|outcome=accepted}}';
		await wiki.as('Rita').act({ action: 'edit', title, text: `${present}\n${decision}\n` });
		const decided = await cycle(wiki, settled.bookmark);
		expect(decided.applications.filter(({ decisions }) => decisions.length > 0)).toHaveLength(1);
		expect(decided.others).toBeLessThanOrEqual(4);
		expect(decided.edits).toBeLessThanOrEqual(3);
	});

	it('keeps to the same formula where a request may name 50 pages', async () => {
		const wiki = wikiWith(220, ['bot']);
		const first = await cycle(wiki, null);
		expect(first.applications).toHaveLength(220);
		expect(first.others).toBeGreaterThan(Math.ceil(220 / 50));
		expect(first.others).toBeLessThanOrEqual(2 * Math.ceil(220 / 50) + 6);
		const second = await cycle(wiki, first.bookmark);
		expect([second.others, second.edits]).toEqual([1, 0]);
	});
});
