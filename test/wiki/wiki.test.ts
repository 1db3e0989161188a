import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { login, type ApiSession } from './apiSession.ts';
import { errorCodeOf } from './errorCodeOf.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';

const account = { name: 'Ada', password: 'ada-password' };
const botPassword = '0123456789abcdefghijklmnopqrstuvw';
let wiki: Wiki;

beforeAll(async () => {
	wiki = await startWiki();
	await wiki.createAccounts([
		{
			...account,
			groups: ['rollbacker', { group: 'sysop', expiry: '2099-01-01T00:00:00Z' }],
			editCount: 321,
		},
		{
			name: 'Helpful Bot',
			password: 'bot-password',
			groups: ['bot'],
			registered: '2015-04-05T06:07:08Z',
			botPasswords: [
				{ appId: 'cycle', password: botPassword, grants: ['basic', 'editpage', 'createeditmovepage'] },
			],
		},
		{ name: 'No Mail', password: 'no-mail-password', email: null },
	]);
	await wiki.snapshot('accounts');
});

beforeEach(async () => {
	await wiki.setSettings('');
	await wiki.restore('accounts');
});

afterAll(async () => {
	await wiki.stop();
});

async function readText(session: ApiSession, title: string): Promise<string | undefined> {
	const response = await session.get<{ parse: { wikitext: string } }>({
		action: 'parse',
		page: title,
		prop: 'wikitext',
	});
	return response.parse.wikitext;
}

describe('accounts', () => {
	it('have their groups with expiry, edit count and registration', async () => {
		const session = await login(wiki.apiUrl, account.name, account.password);
		const response = await session.get<{ query: { users: Record<string, unknown>[] } }>({
			action: 'query',
			list: 'users',
			ususers: ['Ada', 'Helpful Bot', 'No Mail'],
			usprop: ['groupmemberships', 'editcount', 'registration', 'emailable'],
		});
		expect(response.query.users).toMatchObject([
			{
				name: 'Ada',
				editcount: 321,
				emailable: true,
				groupmemberships: [
					{ group: 'rollbacker', expiry: 'infinity' },
					{ group: 'sysop', expiry: '2099-01-01T00:00:00Z' },
				],
			},
			{ name: 'Helpful Bot', registration: '2015-04-05T06:07:08Z', groupmemberships: [{ group: 'bot' }] },
			{ name: 'No Mail', emailable: false },
		]);
	});

	it('log in with a bot password', async () => {
		const session = await login(wiki.apiUrl, 'Helpful Bot@cycle', botPassword);
		await expect(session.edit({ title: 'By the bot', text: 'text', bot: true })).resolves.toBeTypeOf(
			'number',
		);
	});

	it('are refused with a wrong password', async () => {
		await expect(login(wiki.apiUrl, account.name, 'wrong')).rejects.toThrow('cannot log in as Ada');
	});

	it('send mails, which are recorded', async () => {
		const session = await login(wiki.apiUrl, account.name, account.password);
		await session.post({
			action: 'emailuser',
			target: 'Helpful Bot',
			subject: 'Grüße',
			text: 'Line 1\nLine 2',
		});
		const mails = await wiki.mails();
		expect(mails).toMatchObject([{ subject: 'Grüße', to: [expect.stringMatching(/@example\.org$/)] }]);
		expect(mails[0]?.body).toContain('Line 1\nLine 2');
		await wiki.restore('accounts');
		expect(await wiki.mails()).toEqual([]);
	});
});

describe('state', () => {
	it('shows an edit immediately, also in recent changes, and restore reverts it', async () => {
		const session = await login(wiki.apiUrl, account.name, account.password);
		await session.edit({ title: 'Course/Applications/Ada', text: 'first' });
		const changes = await session.get<{ query: { recentchanges: { title: string; user: string }[] } }>({
			action: 'query',
			list: 'recentchanges',
			rcprop: ['title', 'user'],
		});
		expect(changes.query.recentchanges[0]).toMatchObject({ title: 'Course/Applications/Ada', user: 'Ada' });
		await wiki.snapshot('edited');
		await session.edit({ title: 'Course/Applications/Ada', text: 'second' });
		await wiki.restore('edited');
		expect(await readText(session, 'Course/Applications/Ada')).toBe('first');
		await wiki.restore('accounts');
		const anonymous = await login(wiki.apiUrl, account.name, account.password);
		expect(await errorCodeOf(readText(anonymous, 'Course/Applications/Ada'))).toBe('missingtitle');
	});

	it('runs a second, independent wiki from a snapshot', async () => {
		const session = await login(wiki.apiUrl, account.name, account.password);
		await session.edit({ title: 'Shared', text: 'from the first' });
		const second = await startWiki({ snapshot: await wiki.snapshot('shared') });
		try {
			expect(second.port).not.toBe(wiki.port);
			const other = await login(second.apiUrl, account.name, account.password);
			expect(await readText(other, 'Shared')).toBe('from the first');
			await other.edit({ title: 'Shared', text: 'from the second' });
			expect(await readText(session, 'Shared')).toBe('from the first');
		} finally {
			await second.stop();
		}
	});

	it('saves edits of several accounts at once', async () => {
		const sessions = await Promise.all([
			login(wiki.apiUrl, account.name, account.password),
			login(wiki.apiUrl, 'No Mail', 'no-mail-password'),
			login(wiki.apiUrl, 'Helpful Bot', 'bot-password'),
		]);
		const edits = sessions.flatMap((session, index) =>
			[1, 2, 3, 4].map((number) =>
				session.edit({ title: `Page ${index} ${number}`, text: 'text', createonly: true }),
			),
		);
		expect(new Set(await Promise.all(edits)).size).toBe(12);
	});

	it('imports pages with authors, timestamps and links', async () => {
		await wiki.importPages(
			[
				{
					title: 'Imported & kept',
					revisions: [
						{
							user: 'Ada',
							timestamp: '2024-01-02T03:04:05Z',
							text: '<b>&amp;</b> [[Category:Old]]',
							comment: '"1"',
						},
						{ user: '192.0.2.1', timestamp: '2024-01-03T03:04:05Z', text: 'last [[Category:New]]' },
					],
				},
			],
			{ links: true },
		);
		const session = await login(wiki.apiUrl, account.name, account.password);
		const response = await session.get<{ query: { pages: { revisions: Record<string, unknown>[] }[] } }>({
			action: 'query',
			titles: 'Imported & kept',
			prop: ['revisions', 'categories'],
			rvprop: ['user', 'userid', 'timestamp', 'comment', 'content'],
			rvslots: 'main',
			rvlimit: 'max',
		});
		expect(response.query.pages[0]).toMatchObject({
			categories: [{ title: 'Category:New' }],
			revisions: [
				{ user: '192.0.2.1', userid: 0, timestamp: '2024-01-03T03:04:05Z' },
				{
					user: 'Ada',
					timestamp: '2024-01-02T03:04:05Z',
					comment: '"1"',
					slots: { main: { content: '<b>&amp;</b> [[Category:Old]]' } },
				},
			],
		});
		expect(response.query.pages[0]?.revisions[1]?.userid).toBeGreaterThan(0);
	});
});

describe('settings', () => {
	it('turn a CAPTCHA on and off', async () => {
		const session = await login(wiki.apiUrl, 'No Mail', 'no-mail-password');
		await wiki.setSettings("$wgCaptchaTriggers['create'] = true;");
		expect(await errorCodeOf(session.edit({ title: 'Captcha', text: 'text' }))).toBe('edit-failure');
		await wiki.setSettings('');
		expect(await errorCodeOf(session.edit({ title: 'Captcha', text: 'text' }))).toBe('no error');
	});

	it('keep the package’s skins and extensions available', async () => {
		const session = await login(wiki.apiUrl, account.name, account.password);
		const response = await session.get<{
			query: { skins: { code: string }[]; extensions: { name: string }[]; general: { wikiid: string } };
		}>({ action: 'query', meta: 'siteinfo', siprop: ['skins', 'extensions', 'general'] });
		expect(response.query.general.wikiid).toBe('metawiki');
		expect(response.query.skins.map((skin) => skin.code)).toEqual(
			expect.arrayContaining(['vector', 'vector-2022', 'minerva', 'monobook', 'timeless']),
		);
		expect(response.query.extensions.map((extension) => extension.name)).toEqual(
			expect.arrayContaining(['Gadgets', 'ParserFunctions', 'ConfirmEdit', 'Abuse Filter']),
		);
	});
});
