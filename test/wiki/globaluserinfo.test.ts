import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { login, type ApiSession } from './apiSession.ts';
import { codeOf } from './codeOf.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';

const account = { name: 'Ada', password: 'ada-password' };

describe('globaluserinfo', () => {
	let wiki: Wiki;
	let session: ApiSession;
	beforeAll(async () => {
		wiki = await startWiki();
		await wiki.createAccount({
			...account,
			groups: ['rollbacker', { group: 'sysop', expiry: '2099-01-01T00:00:00Z' }],
			editCount: 321,
		});
		await wiki.snapshot('accounts');
	});
	beforeEach(async () => {
		await wiki.setSettings('');
		await wiki.restore('accounts');
		session = await login(wiki.apiUrl, account.name, account.password);
	});
	afterAll(() => wiki.stop());

	const folder = fileURLToPath(new URL('globaluserinfo', import.meta.url));
	const ask = { action: 'query', meta: 'globaluserinfo', guiprop: ['groups', 'merged', 'editcount'] };

	it('answers as recorded', async () => {
		const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
		expect(files).toHaveLength(8);
		for (const file of files) {
			const { default: recorded } = (await import(join(folder, file))) as { default: unknown };
			expect(await session.get({ ...ask, guiuser: file.replace('.json', '') })).toEqual(recorded);
		}
	});

	it('answers about an account from a record, with the account as it is here', async () => {
		await wiki.setGlobalAccounts({ Ada: { record: 'SysopAbroad' } });
		expect(await session.get({ ...ask, guiuser: 'ada' })).toMatchObject({
			query: {
				globaluserinfo: {
					name: 'Ada',
					editcount: 321,
					merged: [
						{ wiki: 'enwiki', groups: ['sysop'] },
						{ wiki: 'metawiki', groups: ['rollbacker', 'sysop'], editcount: 321 },
					],
				},
			},
		});
	});

	it('knows missing names, refuses invalid ones, and fails where a test asks for it', async () => {
		await wiki.setGlobalAccounts({ Ada: { error: 'internal_api_error_DBQueryError' } });
		expect(await session.get({ ...ask, guiuser: 'Nobody at all' })).toMatchObject({
			query: { globaluserinfo: { missing: true } },
		});
		expect(await codeOf(session.get({ ...ask, guiuser: 'a|b[c]' }))).toBe('baduser');
		expect(await codeOf(session.get({ ...ask, guiuser: 'Ada' }))).toBe('internal_api_error_DBQueryError');
	});

	it('is not there on a wiki without CentralAuth', async () => {
		await wiki.setSettings('$testWikiCentralAuth = false;');
		const answer = await session.get<{ warnings: { query?: unknown; main?: unknown } }>({
			...ask,
			guiuser: 'Steward',
		});
		expect(answer).not.toHaveProperty('query');
		expect(JSON.stringify(answer.warnings)).toContain(
			'Unrecognized value for parameter \\"meta\\": globaluserinfo',
		);
	});
});
