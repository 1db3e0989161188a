import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { application, BOT, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';

describe('an invalid programme page', () => {
	let wiki: CycleWiki;
	let admin: ApiSession;

	beforeAll(async () => {
		wiki = await startCycleWiki([{ name: 'Rita' }, { name: 'Ana' }]);
		admin = await wiki.as('WikiAdmin');
		await (await wiki.as('Ana')).edit({ title: 'Learn/Harassment/Applications/Ana', text: application('x') });
	});
	afterAll(() => wiki.running.stop());

	it('keeps the last valid revision in force, and reports the newest one', async () => {
		const { cache, applications } = await wiki.cycle((await wiki.cycle()).cache);
		await admin.edit({ title: PROGRAMME_PAGE, text: '{"name": "Other", "courses": []}' });
		const revid = await admin.edit({ title: PROGRAMME_PAGE, text: '{}' });
		const whole = await wiki.cycle();
		expect(whole.programme).toEqual(wiki.programme);
		expect(whole.applications).toHaveLength(applications.length);
		expect(whole.problems.find(({ kind }) => kind === 'programme-invalid')).toMatchObject({
			about: PROGRAMME_PAGE,
			revid,
		});
		const part = await wiki.cycle(cache);
		expect(part.problems).toEqual(whole.problems);
		const next = await wiki.cycle(part.cache);
		expect(next.problems).toEqual(whole.problems);
		expect(next.cache.fullAt).toBe(part.cache.fullAt);
	});

	it('stops the cycle when there is no valid revision', async () => {
		await admin.post({ action: 'delete', title: PROGRAMME_PAGE });
		const context = { cache: null, bot: BOT, translate: translateInto };
		expect(await runCycle(wiki.port, context)).toEqual({ ok: false, problems: 'missing' });
		await admin.edit({ title: PROGRAMME_PAGE, text: '{}' });
		expect(await runCycle(wiki.port, context)).toMatchObject({ ok: false });
	});
});
