import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { application, BOT, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';

describe('a programme page that cannot be used', () => {
	let wiki: CycleWiki;
	let admin: ApiSession;

	beforeAll(async () => {
		wiki = await startCycleWiki([{ name: 'Rita' }, { name: 'Ana' }]);
		admin = await wiki.as('WikiAdmin');
		await (await wiki.as('Ana')).edit({ title: 'Learn/Harassment/Applications/Ana', text: application('x') });
	});
	afterAll(() => wiki.running.stop());

	it('leaves its last good revision in force, and is reported with its newest one', async () => {
		const { bookmark, applications } = await wiki.cycle((await wiki.cycle()).bookmark);
		await admin.edit({ title: PROGRAMME_PAGE, text: '{"name": "Other", "courses": []}' });
		const revid = await admin.edit({ title: PROGRAMME_PAGE, text: '{}' });
		const whole = await wiki.cycle();
		expect(whole.programme).toEqual(wiki.programme);
		expect(whole.applications).toHaveLength(applications.length);
		expect(whole.problems.find(({ kind }) => kind === 'programme-invalid')).toMatchObject({
			about: PROGRAMME_PAGE,
			revid,
		});
		const part = await wiki.cycle(bookmark);
		expect(part.problems).toEqual(whole.problems);
		const next = await wiki.cycle(part.bookmark);
		expect(next.problems).toEqual(whole.problems);
		expect(next.bookmark.fullAt).toBe(part.bookmark.fullAt);
	});

	it('stops the cycle where there is no good revision', async () => {
		await admin.post({ action: 'delete', title: PROGRAMME_PAGE });
		const context = { bookmark: null, bot: BOT, translate: translateInto };
		expect(await runCycle(wiki.port, context)).toEqual({ ok: false, problems: 'missing' });
		await admin.edit({ title: PROGRAMME_PAGE, text: '{}' });
		expect(await runCycle(wiki.port, context)).toMatchObject({ ok: false });
	});
});
