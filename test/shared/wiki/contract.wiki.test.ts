import { afterAll, beforeAll, describe } from 'vitest';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../../wiki/wiki.ts';
import { describeContract } from './contract.ts';

const PASSWORD = '0123456789abcdef0123456789abcdef';
const GRANTS = ['basic', 'highvolume', 'editpage', 'createeditmovepage'];

describe('mwn on a real MediaWiki', () => {
	let running: RunningWiki;
	const connections = new Map<string, Wiki>();

	beforeAll(async () => {
		running = await startWiki();
		const account = (name: string) => ({
			name,
			password: `${name} has a long password`,
			botPasswords: [{ appId: 'test', password: PASSWORD, grants: GRANTS }],
		});
		await running.createAccounts([
			account('Volunteer'),
			{ ...account('LocalSysop'), groups: [{ group: 'sysop', expiry: '2099-01-01T00:00:00Z' }] },
			account('SysopAbroad'),
		]);
	});
	afterAll(() => running.stop());

	async function as(name: string): Promise<Wiki> {
		const wiki =
			connections.get(name) ??
			(await connectWiki({
				apiUrl: running.apiUrl,
				userAgent: 'wikilearn-test',
				credentials: { kind: 'bot-password', username: `${name}@test`, password: PASSWORD },
			}));
		connections.set(name, wiki);
		return wiki;
	}

	describeContract(() => ({
		as,
		withoutCentralAuth: async () => {
			await running.setSettings('$testWikiCentralAuth = false;');
			return as('Volunteer');
		},
	}));
});
