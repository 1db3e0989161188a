import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCycle } from '../../../bot/cycle.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { WikiError, type Wiki } from '../../../shared/wiki.ts';
import { BOT } from '../cycle/startCycleWiki.ts';
import { rename } from '../cycle/rename.ts';
import { courseIn, later, REPORT, startNoticeWiki, type NoticeWiki } from './startNoticeWiki.ts';

describe('notices on a real wiki', () => {
	let wiki: NoticeWiki;

	beforeAll(async () => {
		wiki = await startNoticeWiki(
			['Rita', 'Ana', 'Ben', 'Cem', 'Eve'].map((name) => ({ name })),
			courseIn(5, 6, 15),
		);
		for (const name of ['Rita', 'Ana', 'Ben', 'Cem', 'Eve', 'WikiAdmin'])
			await (await wiki.as(name)).token('csrf');
		await wiki.running.snapshot('empty');
		await wiki.apply('Ana');
		await wiki.apply('Ben');
		await wiki.cycle();
		await wiki.running.snapshot('applied');
	});
	beforeEach(() => wiki.running.restore('applied'));
	afterAll(() => wiki.running.stop());

	const isPast = (more = {}) => wiki.put(courseIn(0, 0, 9, more));
	const decideBoth = async () => {
		await wiki.decide('Ana', 'accepted');
		await wiki.decide('Ben', 'declined');
	};
	const RECEIPTS = ['Ana: receipt', 'Ben: receipt'];
	/** Who was told what since everybody had a receipt. */
	const told = async () => (await wiki.told()).slice(RECEIPTS.length);

	it('says once that an application is there', async () => {
		const first = await wiki.cycle();
		expect(await wiki.told()).toEqual(RECEIPTS);
		expect(await wiki.text('User talk:Ana')).toMatch(
			/^== Your application for “Partnerships” is here ==\n<div class="wikilearn-notice [^]*<\/div> .*WikiLearnBot/,
		);
		await wiki.cycle(first.bookmark);
		expect(await wiki.told()).toEqual(RECEIPTS);
	});

	it('holds decisions back until a reviewer releases them', async () => {
		await isPast();
		await decideBoth();
		const waiting = await wiki.cycle();
		expect(waiting.outbox).toMatchObject([{ course: 'pb', obstacles: [], asked: false }]);
		expect(await told()).toEqual([]);
		await wiki.release('Eve');
		await wiki.cycle();
		expect(await told()).toEqual([]);
		await wiki.release();
		const released = await wiki.cycle(waiting.bookmark);
		expect(released.outbox).toEqual([]);
		expect(await told()).toEqual(['Ana: decision accepted', 'Ben: decision declined']);
		await wiki.cycle();
		expect(await told()).toHaveLength(2);
	});

	it.each<[string, () => Promise<unknown>, object]>([
		['before everybody is to be told', () => wiki.put(courseIn(0, 2, 9)), { kind: 'too-early' }],
		[
			'while one is undecided',
			async () => {
				await wiki.put(courseIn(0.1, 0.1, 9));
				await wiki.apply('Cem');
			},
			{ kind: 'undecided', pages: ['Learn/Partnerships/Applications/Cem'] },
		],
		[
			'with more offers than seats',
			async () => {
				await wiki.apply('Cem');
				await wiki.decide('Cem', 'accepted');
				await wiki.decide('Ben', 'accepted');
			},
			{ kind: 'over-seats', detail: '1' },
		],
		[
			'of an application that changed since',
			async () => {
				const title = 'Learn/Partnerships/Applications/Ana';
				const text = (await wiki.text(title)).replace('I want to', 'I changed my mind');
				await (await wiki.as('Ana')).edit({ title, text });
			},
			{ kind: 'changed-since-decision', pages: ['Learn/Partnerships/Applications/Ana'] },
		],
	])('releases nothing %s', async (_, happen, obstacle) => {
		await decideBoth();
		await isPast();
		await happen();
		await wiki.release();
		const { outbox } = await wiki.cycle(null, later(1));
		expect(outbox).toMatchObject([{ obstacles: [obstacle] }]);
		expect((await told()).filter((one) => one.includes('decision'))).toEqual([]);
	});

	it('a release covers the decisions before it alone', async () => {
		await isPast();
		await wiki.decide('Ana', 'accepted');
		await wiki.decide('Ben', 'waitlisted');
		await wiki.release();
		await wiki.cycle();
		await wiki.decide('Ben', 'accepted');
		expect((await wiki.cycle()).outbox).toMatchObject([{ waiting: [{ kind: 'promotion' }], asked: false }]);
		await wiki.release();
		await wiki.cycle();
		expect(await told()).toEqual([
			'Ana: decision accepted',
			'Ben: decision waitlisted',
			'Ben: promotion accepted',
		]);
	});

	it('promotes nobody after the end of promotions', async () => {
		await isPast();
		await wiki.decide('Ana', 'accepted');
		await wiki.decide('Ben', 'waitlisted');
		await wiki.release();
		await wiki.cycle();
		const ended = courseIn(0, 0, 9);
		await wiki.put({
			...ended,
			courses: ended.courses.map((course) => ({ ...course, promoteUntil: course.notify })),
		});
		await wiki.decide('Ben', 'accepted');
		await wiki.release();
		const [outbox] = (await wiki.cycle(null, later(0.01))).outbox;
		expect(outbox?.obstacles).toMatchObject([
			{ kind: 'promoted-late', pages: ['Learn/Partnerships/Applications/Ben'] },
		]);
	});

	describe('that go out by themselves', () => {
		beforeEach(() => isPast({ release: 'automatic' }));

		it('tell the newest decision, correct it once, and do not tell a changed note', async () => {
			await wiki.decide('Ana', 'accepted');
			await decideBoth();
			await wiki.cycle();
			await wiki.decide('Ben', 'declined', 'a better reason');
			await wiki.cycle();
			await wiki.decide('Ben', 'accepted');
			await wiki.decide('Ben', 'waitlisted');
			await wiki.cycle();
			await wiki.cycle();
			expect(await told()).toEqual([
				'Ana: decision accepted',
				'Ben: decision declined',
				'Ben: correction waitlisted',
			]);
			expect(await wiki.text('User talk:Ben')).toContain('This message corrects what we told you before');
		});

		it.each<[string, () => Promise<unknown>]>([
			['its page was blanked', async () => (await wiki.as('Ana')).edit({ title: 'User talk:Ana', text: '' })],
			[
				'it was archived by moving the page',
				async () => {
					const admin = await wiki.as('WikiAdmin');
					await admin.post({
						action: 'move',
						from: 'User talk:Ana',
						to: 'User talk:Ana/Archive',
						noredirect: true,
					});
				},
			],
			['the account was renamed', () => rename(wiki.running, 'Ana', 'Anastasia')],
			[
				'its page was deleted',
				async () => (await wiki.as('WikiAdmin')).post({ action: 'delete', title: 'User talk:Ana' }),
			],
		])('are not sent again after %s', async (_, happen) => {
			await decideBoth();
			await wiki.cycle();
			const before = (await told()).filter((one) => !one.startsWith('Ana')).length;
			await happen();
			const result = await wiki.cycle();
			expect(result.published.filter(({ title }) => title.startsWith('User talk:'))).toEqual([]);
			expect((await told()).filter((one) => !one.startsWith('Ana')).length).toBeLessThanOrEqual(before + 1);
		});

		it('are sent once where the answer to the edit was lost', async () => {
			await decideBoth();
			let lost = 0;
			const losing: Wiki = {
				ask: (params) => wiki.port.ask(params),
				act: async (params) => {
					const answer = await wiki.port.act(params);
					if (!String(params.title).startsWith('User talk:')) return answer;
					lost++;
					throw new WikiError('lost', 'no answer', 'unknown');
				},
			};
			await runCycle(losing, { bookmark: null, bot: BOT, translate: translateInto });
			expect(lost).toBe(2);
			await wiki.cycle();
			expect(await told()).toEqual(['Ana: decision accepted', 'Ben: decision declined']);
		});

		it('are sent once by two bots at once', async () => {
			await decideBoth();
			await Promise.all([wiki.cycle(), wiki.cycle()]);
			await wiki.cycle();
			expect([...(await told())].sort()).toEqual(['Ana: decision accepted', 'Ben: decision declined']);
		});

		it('are sent once where another bot was first between the look and the edit', async () => {
			await decideBoth();
			let first = true;
			const slow: Wiki = {
				ask: (params) => wiki.port.ask(params),
				act: async (params) => {
					if (first && String(params.title).startsWith('User talk:')) {
						first = false;
						await wiki.cycle();
					}
					return wiki.port.act(params);
				},
			};
			await runCycle(slow, { bookmark: null, bot: BOT, translate: translateInto });
			expect(first).toBe(false);
			expect(await told()).toEqual(['Ana: decision accepted', 'Ben: decision declined']);
		});

		it('respect what is put on a talk page between the look and the edit', async () => {
			await wiki.decide('Ana', 'accepted');
			await wiki.decide('Ben', 'declined');
			let first = true;
			const slow: Wiki = {
				ask: (params) => wiki.port.ask(params),
				act: async (params) => {
					if (first && params.title === 'User talk:Ana') {
						first = false;
						await (await wiki.as('Eve')).edit({ title: 'User talk:Ana', text: '{{nobots}}' });
					}
					return wiki.port.act(params);
				},
			};
			await runCycle(slow, { bookmark: null, bot: BOT, translate: translateInto });
			expect(first).toBe(false);
			expect(await told()).toEqual(['Ben: decision declined']);
		});

		it.each<[string, string, (() => Promise<unknown>) | string]>([
			['nobots', '{{nobots}}', '{{nobots}}'],
			['nobots', '{{bots|deny=WikiLearnBot}}', '{{bots|deny=WikiLearnBot}}'],
			['opted-out', 'the category', '[[Category:Opted-out of message delivery]]'],
			['redirect', 'a redirect', '#REDIRECT [[User talk:Ben]]'],
			[
				'protected',
				'a protected page',
				async () => {
					const admin = await wiki.as('WikiAdmin');
					await admin.post({ action: 'protect', title: 'User talk:Ana', protections: 'edit=sysop' });
				},
			],
			[
				'blocked',
				'an account blocked for good',
				async () => (await wiki.as('WikiAdmin')).post({ action: 'block', user: 'Ana', expiry: 'never' }),
			],
		])('respect %s: %s', async (why, _, what) => {
			await decideBoth();
			if (typeof what === 'string') await (await wiki.as('Eve')).edit({ title: 'User talk:Ana', text: what });
			else await what();
			const { problems, bookmark } = await wiki.cycle();
			expect(problems).toContainEqual({ kind: 'undelivered', about: 'User talk:Ana', detail: why });
			expect(await told()).toEqual(['Ben: decision declined']);
			expect(await wiki.text(REPORT)).toContain('User talk:Ana');
			// Nothing changed since: it is not even looked at.
			const { bookmark: calm } = await wiki.cycle(bookmark);
			wiki.sent.length = 0;
			await wiki.cycle(calm);
			expect(wiki.sent).toHaveLength(1);
		});
	});
});
