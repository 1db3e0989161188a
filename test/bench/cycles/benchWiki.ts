import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { startCountingProxy, type CountingProxy } from '../countingProxy.ts';
import { pageOf, person } from '../people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const PASSWORD = 'a password of all';
export const BOT = 'WikiLearnBot';
export const BOT_LOGIN = { username: `${BOT}@bench`, password: '0123456789abcdef0123456789abcdef' };
export const REVIEWER = 'Rita';

/** A wiki with n applications to two courses, and a proxy that counts what is asked of it. */
export interface BenchWiki {
	readonly wiki: Wiki;
	readonly proxy: CountingProxy;
	readonly programme: Programme;
	readonly n: number;
	/** Back to the beginning; everybody is logged out. How many pages a request may name: 500 or 50. */
	reset(batch: 500 | 50): Promise<void>;
	stop(): Promise<void>;
}

export async function startBenchWiki(n: number, tell: (line: string) => void): Promise<BenchWiki> {
	const wiki = await startWiki();
	const programme = cycleProgramme();
	tell(`${n} accounts and applications`);
	await createAccounts(wiki, programme, n);
	const admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
	await admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify(programme) });
	const before = new Date(Date.now() - DAY_MS).toISOString();
	// Course pages from before as well: where one has just changed, everything is read again.
	await wiki.importPages([
		...programme.courses.map(({ page }) => ({
			title: page,
			revisions: [{ user: wikiAdmin.name, timestamp: before, text: 'A course' }],
		})),
		...Array.from({ length: n }, (_, index) => pageOf(person(programme, index), before)),
	]);
	const beginning = await wiki.snapshot('beginning');
	const proxy = await startCountingProxy(wiki.port);
	return {
		wiki,
		proxy,
		programme,
		n,
		reset: async (batch) => {
			await wiki.restore(beginning);
			await wiki.setSettings(
				`$wgGroupPermissions['bot']['apihighlimits'] = ${batch === 500 ? 'true' : 'false'};`,
			);
		},
		stop: async () => {
			await proxy.stop();
			await wiki.stop();
		},
	};
}

/** The bot, the reviewer, and one person more than there are applications. */
async function createAccounts(wiki: Wiki, programme: Programme, n: number): Promise<void> {
	const people = Array.from({ length: n + 1 }, (_, index) => person(programme, index).name);
	const grants = ['basic', 'highvolume', 'editpage', 'createeditmovepage'];
	await wiki.createAccounts([
		{
			name: BOT,
			password: PASSWORD,
			groups: ['bot'],
			botPasswords: [{ appId: 'bench', password: BOT_LOGIN.password, grants }],
		},
		...[REVIEWER, ...people].map((name) => ({
			name,
			password: PASSWORD,
			email: null,
			registered: '2019-03-01T00:00:00Z',
		})),
	]);
}
