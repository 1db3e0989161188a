import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { WikiError, type Params, type Wiki } from '../../../shared/wiki/wiki.ts';
import { PASSWORD, BOT } from './startCycleWiki.ts';
import { renameUser } from './renameUser.ts';
import {
	createCourse,
	shiftClock,
	backdateLog,
	REPORT,
	SOON,
	startNoticeWiki,
	type NoticeWiki,
} from './startNoticeWiki.ts';

describe('notices on a real wiki', () => {
	let wiki: NoticeWiki;

	beforeAll(async () => {
		wiki = await startNoticeWiki(
			['Rita', 'Ana', 'Ben', 'Eve'].map((name) => ({ name })),
			createCourse(5, 6, 15),
		);
		await wiki.apply('Ana');
		await wiki.apply('Ben');
		await wiki.cycle();
		await wiki.running.snapshot('applied');
		await wiki.put(createCourse(0, 0, 9));
		await wiki.decide('Ana', 'accepted');
		await wiki.decide('Ben', 'declined');
		await wiki.running.snapshot('decided');
		await wiki.release();
		await wiki.running.snapshot('released');
	});
	afterAll(() => wiki.running.stop());

	const admin = () => wiki.as('WikiAdmin');
	/** Nobody stays logged in. */
	const from = (snapshot: 'applied' | 'decided' | 'released') => async () => {
		await wiki.running.restore(snapshot);
		wiki.logOut();
	};
	/** A cycle after the quarter of an hour in which a release can be taken back. */
	const soon = (cache?: Parameters<NoticeWiki['cycle']>[0]) => wiki.cycle(cache, backdateLog);
	/** The same with a port that does something else. */
	const soonWith = async (port: Wiki) => {
		const query = async (params: Params) => backdateLog(await port.query(params));
		const result = await runCycle({ ...port, query }, { cache: null, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	};
	const RECEIPTS = ['Ana: receipt', 'Ben: receipt'];
	const BOTH = ['Ana: decision accepted', 'Ben: decision declined'];
	/** Who was told what since everybody had a receipt. */
	const sentDecisions = async () =>
		(await wiki.sentNotices()).filter((notice) => !notice.endsWith(': receipt'));
	const undelivered = ({ problems }: Awaited<ReturnType<NoticeWiki['cycle']>>) =>
		problems.filter(({ kind }) => kind === 'undelivered').map(({ about, detail }) => `${about}: ${detail}`);

	describe('receipts', () => {
		beforeEach(from('applied'));

		it('are sent once', async () => {
			const first = await wiki.cycle();
			expect(await wiki.sentNotices()).toEqual(RECEIPTS);
			expect(await wiki.text('User talk:Ana')).toMatch(
				/^== Your application for “Partnerships” is here ==\n<div class="wikilearn-notice [^]*<\/div> .*WikiLearnBot/,
			);
			await wiki.cycle(first.cache);
			expect(await wiki.sentNotices()).toEqual(RECEIPTS);
		});
	});

	describe('about decisions', () => {
		beforeEach(from('decided'));

		it('wait for a release, and nothing is shown before', async () => {
			const waiting = await soon();
			expect(waiting.outbox).toMatchObject([{ course: 'pb', blocks: [], released: false }]);
			expect(waiting.applications.map(({ state }) => state)).toEqual(['received', 'received']);
			await wiki.release('Eve');
			await soon();
			expect(await sentDecisions()).toEqual([]);
			await wiki.release();
			expect((await wiki.cycle()).outbox).toMatchObject([{ blocks: [{ kind: 'grace-period' }] }]);
			expect(await sentDecisions()).toEqual([]);
			const released = await soon(waiting.cache);
			expect(released.outbox).toEqual([]);
			expect(await sentDecisions()).toEqual(BOTH);
			await soon();
			expect(await sentDecisions()).toHaveLength(2);
			const shown = await soon();
			expect(shown.applications.map(({ state }) => state)).toEqual(['accepted', 'declined']);
		});

		it('are held for an applicant whose answers changed, and sent to the others', async () => {
			const title = 'Learn/Partnerships/Applications/Ana';
			const text = (await wiki.text(title)).replace('I want to', 'I changed my mind');
			await (await wiki.as('Ana')).edit({ title, text });
			await wiki.release();
			const { outbox } = await soon();
			expect(outbox).toMatchObject([{ holds: [{ kind: 'answers-changed', pages: [title] }] }]);
			expect(await sentDecisions()).toEqual(['Ben: decision declined']);
			expect(await wiki.text(REPORT)).toContain('changed answers after the decision');
		});

		it('cover only the release: later decisions wait for the next one', async () => {
			await wiki.release();
			await soon();
			await wiki.decide('Ben', 'waitlisted');
			expect((await soon()).outbox).toMatchObject([
				{ waiting: [{ kind: 'correction' }], holds: [{ kind: 'decided-after-release' }] },
			]);
			await wiki.release();
			await soon();
			await soon();
			expect(await sentDecisions()).toEqual([...BOTH, 'Ben: correction waitlisted']);
			expect(await wiki.text('User talk:Ben')).toContain('This message corrects what we told you before');
		});
	});

	describe('already sent', () => {
		beforeEach(from('released'));

		it.each<[string, () => Promise<unknown>]>([
			['its page was blanked', async () => (await wiki.as('Ana')).edit({ title: 'User talk:Ana', text: '' })],
			[
				'it was archived by moving the page',
				async () =>
					(await admin()).post({
						action: 'move',
						from: 'User talk:Ana',
						to: 'User talk:Ana/Archive',
						noredirect: true,
					}),
			],
			[
				'its page was moved out of user talk',
				async () =>
					(await admin()).post({
						action: 'move',
						from: 'User talk:Ana',
						to: 'Project:Old talk of Ana',
						noredirect: true,
					}),
			],
			['the account was renamed', () => renameUser(wiki.running, 'Ana', 'Anastasia')],
		])('is not sent again after %s', async (_, happen) => {
			await soon();
			expect(await sentDecisions()).toEqual(BOTH);
			await happen();
			const result = await soon();
			expect(result.published.filter(({ title }) => title.startsWith('User talk:'))).toEqual([]);
			expect(await sentDecisions()).toHaveLength(2);
			expect(result.applications.map(({ state }) => state)).toEqual(['accepted', 'declined']);
		});

		it('is not sent again by another bot account', async () => {
			await soon();
			const ids = await wiki.running.createAccounts([
				{ name: 'Newbot', password: PASSWORD, groups: ['bot'] },
			]);
			const draft = createCourse(0, 0, 9);
			await wiki.put({ ...draft, bot: { name: 'Newbot' } });
			const port = await wiki.portOf('Newbot');
			const context = { cache: null, bot: 'Newbot', translate: translateInto };
			// A day later: a change of the bot holds everything back until then.
			const query = async (params: Params) => shiftClock(2)(await port.query(params));
			const result = await runCycle({ ...port, query }, context);
			if (!result.ok) throw new Error(JSON.stringify(result.problems));
			expect(ids.get('Newbot')).toBe(result.programme.bot.id);
			expect(result.sent.filter(({ kind }) => kind === 'decision')).toHaveLength(2);
			expect(result.outbox).toEqual([]);
			expect(result.published.filter(({ title }) => title.startsWith('User talk:'))).toEqual([]);
			expect(result.problems).toContainEqual(
				expect.objectContaining({ kind: 'programme-changed', detail: 'bot: WikiAdmin' }),
			);
		});
	});

	describe('when due', () => {
		beforeEach(from('released'));

		it('are sent once when the response to the edit is lost', async () => {
			let lost = 0;
			await soonWith({
				query: (params) => wiki.port.query(params),
				edit: async (params) => {
					const response = await wiki.port.edit(params);
					if (!String(params.title).startsWith('User talk:')) return response;
					lost++;
					throw new WikiError('lost', 'no answer', 'unknown');
				},
			});
			expect(lost).toBe(2);
			await soon();
			expect(await sentDecisions()).toEqual(BOTH);
		});

		it('are sent once when two bots run at once', async () => {
			await Promise.all([soon(), soon()]);
			await soon();
			expect([...(await sentDecisions())].sort()).toEqual(BOTH);
		});

		it('are sent once when another bot edits between the check and the edit', async () => {
			let first = true;
			await soonWith({
				query: (params) => wiki.port.query(params),
				edit: async (params) => {
					if (first && String(params.title).startsWith('User talk:')) {
						first = false;
						await soon();
					}
					return wiki.port.edit(params);
				},
			});
			expect(first).toBe(false);
			expect(await sentDecisions()).toEqual(BOTH);
		});

		it('respect an opt-out added to a talk page between the check and the edit', async () => {
			let first = true;
			await soonWith({
				query: (params) => wiki.port.query(params),
				edit: async (params) => {
					if (first && params.title === 'User talk:Ana') {
						first = false;
						await (await wiki.as('Eve')).edit({ title: 'User talk:Ana', text: '{{nobots}}' });
					}
					return wiki.port.edit(params);
				},
			});
			expect(first).toBe(false);
			expect(await sentDecisions()).toEqual(['Ben: decision declined']);
		});

		const write = async (text: string, more = {}) =>
			(await wiki.as('Eve')).edit({ title: 'User talk:Ana', text, ...more });
		const hide = async (revid: number | undefined, field: 'user' | 'comment' | 'content') =>
			(await admin()).post({ action: 'revisiondelete', type: 'revision', ids: String(revid), hide: field });

		it.each<[string, string, (() => Promise<unknown>) | string]>([
			['nobots', '{{nobots}}', '{{nobots}}'],
			['nobots', '{{bots|deny=WikiLearnBot}}', '{{bots|deny=WikiLearnBot}}'],
			['opted-out', 'the category', '[[Category:Opted-out of message delivery]]'],
			['redirect', 'a redirect', '#REDIRECT [[User talk:Ben]]'],
			['open-markup', 'an open comment', 'Hello <!-- to do'],
			['open-markup', 'an open tag', 'Hello <nowiki'],
			[
				'protected',
				'a protected page',
				async () =>
					(await admin()).post({ action: 'protect', title: 'User talk:Ana', protections: 'edit=sysop' }),
			],
			[
				'content-model',
				'a page of another content model',
				async () =>
					(await admin()).post({
						action: 'changecontentmodel',
						title: 'User talk:Ana',
						model: 'text',
						summary: 'x',
					}),
			],
			[
				'blocked',
				'an account blocked for good',
				async () => (await admin()).post({ action: 'block', user: 'Ana', expiry: 'never' }),
			],
			['maybe-sent', 'an edit whose author is hidden', async () => hide(await write('Hello'), 'user')],
			[
				'maybe-sent',
				'a page that was moved away',
				async () =>
					(await admin()).post({
						action: 'move',
						from: 'User talk:Ana',
						to: 'Project:Ana',
						noredirect: true,
					}),
			],
			[
				'maybe-sent',
				'a page that was deleted',
				async () => (await admin()).post({ action: 'delete', title: 'User talk:Ana' }),
			],
			[
				'maybe-sent',
				'a page that was deleted and made anew',
				async () => {
					await (await admin()).post({ action: 'delete', title: 'User talk:Ana' });
					await write('Hello');
				},
			],
		])('are held back and reported: %s, %s', async (why, _, hold) => {
			if (typeof hold === 'string') await write(hold);
			else await hold();
			const result = await soon();
			expect(undelivered(result)).toEqual([`User talk:Ana: ${why}`]);
			expect(await sentDecisions()).toEqual(['Ben: decision declined']);
			expect(await wiki.text(REPORT)).toContain('User talk:Ana');
			// Nothing changed since: it is not even looked at.
			const { cache: calm } = await soon(result.cache);
			wiki.sent.length = 0;
			await soon(calm);
			expect(wiki.sent).toHaveLength(1);
		});

		it('are not sent again when a hidden summary may have been the notice', async () => {
			await soon();
			const { query } = (await wiki.port.query({
				action: 'query',
				prop: 'revisions',
				titles: 'User talk:Ana',
				rvprop: 'ids',
			})) as { query: { pages: { revisions: { revid: number }[] }[] } };
			await hide(query.pages[0]?.revisions[0]?.revid, 'comment');
			const result = await soon();
			expect(undelivered(result)).toEqual(['User talk:Ana: maybe-sent']);
			expect((await wiki.text('User talk:Ana')).match(/About your application/g)).toHaveLength(1);
		});

		it.each(['content', 'comment'] as const)('are sent despite a hidden %s', async (field) => {
			const revid = await write('Hello', { summary: 'Something' });
			await write('Something else');
			await hide(revid, field);
			const result = await soon();
			expect(undelivered(result)).toEqual([]);
			expect(await sentDecisions()).toEqual(BOTH);
		});
	});

	describe('that can only have been sent later', () => {
		beforeEach(from('decided'));

		it('are not held by edits hidden, moved or deleted before the release', async () => {
			const eve = await wiki.as('Eve');
			const revid = await eve.edit({ title: 'User talk:Ana', text: 'Hello' });
			const session = await admin();
			await session.post({ action: 'revisiondelete', type: 'revision', ids: String(revid), hide: 'user' });
			await session.post({ action: 'move', from: 'User talk:Ben', to: 'Project:Ben', noredirect: true });
			await session.post({ action: 'delete', title: 'User talk:Ana' });
			await new Promise((resolve) => setTimeout(resolve, 1100));
			await wiki.release();
			expect(undelivered(await wiki.cycle(null, shiftClock(SOON)))).toEqual([]);
			expect(await sentDecisions()).toEqual(BOTH);
		});
	});

	describe('requested by the team in the log', () => {
		beforeEach(from('applied'));

		const pageOf = async (title: string, text: string) => {
			const revision = await (await wiki.as('Rita')).edit({ title, text });
			const { query } = (await wiki.port.query({ action: 'query', titles: title })) as {
				query: { pages: { pageid: number }[] };
			};
			return { page: query.pages[0]?.pageid ?? 0, revision: revision ?? 0 };
		};

		it('contain the text of the exact revision, and are sent once', async () => {
			const title = 'Learn/Message';
			const { page, revision } = await pageOf(title, "The room is '''open'''.");
			const changed = await pageOf(title, 'Eve was here');
			await wiki.log('Rita', { kind: 'write', course: 'pb', to: 'all', page, revision });
			await wiki.log('Eve', { kind: 'write', course: 'pb', to: 'all', page, revision: changed.revision });
			const first = await wiki.cycle();
			await wiki.cycle(first.cache);
			await wiki.cycle();
			expect(await sentDecisions()).toEqual(['Ana: message', 'Ben: message']);
			const talk = await wiki.text('User talk:Ana');
			expect(talk).toMatch(
				/== News about “Partnerships” ==\nThe room is '''open'''\.\n\n\[\[User:WikiLearnBot/,
			);
			expect(talk).not.toContain('Eve was here');
		});

		it('are reported and not sent when the text cannot be read', async () => {
			const { page, revision } = await pageOf('Learn/Message', 'Hello');
			await wiki.log('Rita', { kind: 'write', course: 'pb', to: 'all', page: page + 1, revision });
			const result = await wiki.cycle();
			expect(undelivered(result)).toEqual(['User talk:Ana: no-text', 'User talk:Ben: no-text']);
			expect(await sentDecisions()).toEqual([]);
		});

		it('go only to people with an announced seat', async () => {
			await from('released')();
			const { page, revision } = await pageOf('Learn/Message', 'Welcome');
			await soon();
			await wiki.log('Rita', { kind: 'write', course: 'pb', to: 'accepted', page, revision });
			await soon();
			expect(await sentDecisions()).toEqual([...BOTH, 'Ana: message']);
		});

		it('ask people without an email address once', async () => {
			const draft = createCourse(5, 6, 15);
			const courses = draft.courses.map((course) => ({
				...course,
				questions: [
					...course.questions,
					{ id: 'address', label: 'Address', type: 'private-email' as const, required: false },
				],
			}));
			await wiki.put({ ...draft, courses });
			const title = 'Learn/Partnerships/Applications/Ben';
			const text = (await wiki.text(title)).replace(/\| email = sent\n/, '');
			await (await wiki.as('Ben')).edit({ title, text });
			await wiki.log('Rita', { kind: 'remind', course: 'pb' });
			await wiki.log('Rita', { kind: 'remind', course: 'pb' });
			await wiki.cycle();
			await wiki.cycle();
			expect(await sentDecisions()).toEqual(['Ben: contact']);
			expect(await wiki.text('User talk:Ben')).toContain('?wikilearn=email');
		});
	});
});
