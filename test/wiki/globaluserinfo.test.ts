import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { login, type ApiSession } from './apiSession.ts';
import { errorCodeOf } from './errorCodeOf.ts';
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
	const params = { action: 'query', meta: 'globaluserinfo', guiprop: ['groups', 'merged', 'editcount'] };

	it('responds as recorded', async () => {
		const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
		expect(files).toHaveLength(8);
		for (const file of files) {
			const { default: recorded } = (await import(join(folder, file))) as { default: unknown };
			expect(await session.get({ ...params, guiuser: file.replace('.json', '') })).toEqual(recorded);
		}
	});

	it('combines a recorded response with the local account', async () => {
		await wiki.setGlobalAccounts({ Ada: { record: 'SysopAbroad' } });
		expect(await session.get({ ...params, guiuser: 'ada' })).toMatchObject({
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

	it('reports missing names, rejects invalid ones, and fails on request', async () => {
		await wiki.setGlobalAccounts({ Ada: { error: 'internal_api_error_DBQueryError' } });
		expect(await session.get({ ...params, guiuser: 'Nobody at all' })).toMatchObject({
			query: { globaluserinfo: { missing: true } },
		});
		expect(await errorCodeOf(session.get({ ...params, guiuser: 'a|b[c]' }))).toBe('baduser');
		expect(await errorCodeOf(session.get({ ...params, guiuser: 'Ada' }))).toBe(
			'internal_api_error_DBQueryError',
		);
	});

	it('is unavailable on a wiki without CentralAuth', async () => {
		await wiki.setSettings('$testWikiCentralAuth = false;');
		const response = await session.get<{ warnings: { query?: unknown; main?: unknown } }>({
			...params,
			guiuser: 'Steward',
		});
		expect(response).not.toHaveProperty('query');
		expect(JSON.stringify(response.warnings)).toContain(
			'Unrecognized value for parameter \\"meta\\": globaluserinfo',
		);
	});
});
