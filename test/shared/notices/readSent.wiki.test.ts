import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import { findAnnouncedDecision, writeNoticeMark, type NoticeEvent } from '../../../shared/notices/notice.ts';
import { readNoticesSentTo, readSentNotices } from '../../../shared/notices/readSentNotices.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../../wiki/wiki.ts';

const PASSWORD = 'a password for everybody';
const BOT_PASSWORD = '0123456789abcdef0123456789abcdef';
const LONG_AGO = '2020-01-01T00:00:00Z';

describe('notices sent to an applicant, on a real MediaWiki', () => {
	let running: RunningWiki;
	let asked: string[];
	let wiki: Wiki;
	let bot: ApiSession;
	let ids: ReadonlyMap<string, number>;

	beforeAll(async () => {
		running = await startWiki({ settings: "$wgGroupPermissions['sysop']['deleterevision'] = true;" });
		const grants = ['basic', 'highvolume', 'editpage', 'createeditmovepage'];
		ids = await running.createAccounts([
			{ name: 'Notifier', password: PASSWORD, registered: LONG_AGO },
			{
				name: 'Ama',
				password: PASSWORD,
				registered: LONG_AGO,
				botPasswords: [{ appId: 'test', password: BOT_PASSWORD, grants }],
			},
			{ name: 'Ben', password: PASSWORD, registered: LONG_AGO },
			{ name: 'Cem', password: PASSWORD, registered: LONG_AGO, groups: ['sysop'] },
		]);
		bot = await login(running.apiUrl, 'Notifier', PASSWORD);
		const port = await connectWiki({
			apiUrl: running.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: { kind: 'bot-password', username: 'Ama@test', password: BOT_PASSWORD },
		});
		wiki = {
			edit: (params) => port.edit(params),
			query: (params) => {
				asked.push(String(params.prop ?? params.list));
				return port.query(params);
			},
		};
	});
	afterAll(() => running.stop());

	const tell = async (account: string, event: Partial<NoticeEvent>, by = bot): Promise<void> => {
		const mark = writeNoticeMark({
			course: 'iah',
			applicant: ids.get(account)!,
			kind: 'decision',
			about: '',
			...event,
		});
		await by.edit({ title: `User talk:${account}`, appendtext: `\n${mark}`, summary: `${mark} News` });
	};
	const read = async (account: string, course = 'iah') => {
		asked = [];
		const sent = await readNoticesSentTo(wiki, {
			userName: account,
			applicantId: ids.get(account)!,
			courseId: course,
			bot: { id: ids.get('Notifier')! },
			since: LONG_AGO,
		});
		return findAnnouncedDecision(sent);
	};

	it('include the newest decision among the bot’s edits, in one request', async () => {
		await tell('Ama', { kind: 'receipt' });
		await tell('Ama', { about: 'waitlisted-7' });
		await tell('Ama', { kind: 'promotion', about: 'accepted-9' });
		await tell('Ama', { kind: 'offer-reminder', about: '9' });
		expect(await read('Ama')).toMatchObject({ outcome: 'accepted', decisionRevid: 9 });
		expect(asked).toEqual(['revisions']);
		expect(await read('Ama', 'pb')).toBeNull();
	});

	it('exclude edits by others, and notices to others', async () => {
		await tell('Ben', { about: 'accepted-9' }, await login(running.apiUrl, 'Cem', PASSWORD));
		await tell('Ben', { about: 'accepted-9', applicant: ids.get('Ama')! });
		expect(await read('Ben')).toBeNull();
	});

	it('are found after the talk page was archived by moving it', async () => {
		await tell('Cem', { about: 'accepted-11' });
		const cem = await login(running.apiUrl, 'Cem', PASSWORD);
		await cem.post({ action: 'move', from: 'User talk:Cem', to: 'User talk:Cem/Archive', noredirect: true });
		await tell('Cem', { kind: 'offer-reminder', about: '11' });
		expect(await read('Cem')).toMatchObject({ outcome: 'accepted', decisionRevid: 11 });
		expect(asked).toEqual(['revisions', 'usercontribs']);
	});

	it('are found in every namespace, and only with the mark at the start', async () => {
		const ben = await login(running.apiUrl, 'Cem', PASSWORD);
		await tell('Ben', { about: 'declined-13' });
		await ben.post({ action: 'move', from: 'User talk:Ben', to: 'Project:Old talk', noredirect: true });
		expect(await read('Ben')).toMatchObject({
			outcome: 'declined',
			decisionRevid: 13,
			title: expect.stringContaining('Old talk') as string,
		});
		const quoted = writeNoticeMark({
			course: 'iah',
			applicant: ids.get('Ben')!,
			kind: 'decision',
			about: 'accepted-99',
		});
		await bot.edit({ title: 'Project:X', text: 'x', summary: `About ${quoted}` });
		expect(await read('Ben')).toMatchObject({ decisionRevid: 13 });
		const all = await readSentNotices(wiki, { ids: [ids.get('Notifier')!] }, null);
		expect(all.hidden).toEqual([]);
		expect(all.sent.map(({ about }) => about)).toContain('declined-13');
	});

	it('may be in an edit with a hidden summary', async () => {
		const admin = await login(running.apiUrl, 'Cem', PASSWORD);
		const revid = await bot.edit({ title: 'Project:Y', text: 'x', summary: 'x' });
		await bot.edit({ title: 'Project:Y', text: 'y', summary: 'y' });
		await admin.post({ action: 'revisiondelete', type: 'revision', ids: String(revid), hide: 'comment' });
		const { hidden } = await readSentNotices(wiki, { ids: [ids.get('Notifier')!] }, null);
		expect(hidden).toHaveLength(1);
		expect(
			(await readSentNotices(wiki, { ids: [ids.get('Notifier')!] }, '2100-01-01T00:00:00Z')).hidden,
		).toEqual([]);
	});
});
