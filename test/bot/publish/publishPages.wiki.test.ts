import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../bot/wiki/mwnWiki.ts';
import type { Wiki as Port } from '../../../shared/wiki.ts';
import { ApiSession } from '../../wiki/apiSession.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { application, AT, BOT, cohort, programme } from '../render/cohort.ts';
import { deployTemplates } from '../render/deployTemplates.ts';
import { publishAll } from './publishAll.ts';

const PASSWORD = '0123456789abcdef0123456789abcdef';
const STATUS = `${programme.root}/Status`;
const REPORT = `User:${BOT}/Report`;

interface Revisions {
	readonly query: {
		readonly pages: readonly {
			readonly revisions: readonly {
				readonly parsedcomment: string;
				readonly user: string;
				readonly minor: boolean;
				readonly slots: { readonly main: { readonly content: string } };
			}[];
		}[];
	};
}

describe('publishing on a real wiki', () => {
	let running: Wiki;
	let port: Port;
	let remembered: ReadonlyMap<string, string> = new Map();

	beforeAll(async () => {
		running = await startWiki();
		await deployTemplates(running);
		await running.createAccount({
			name: BOT,
			password: 'a long password of the bot',
			groups: ['bot'],
			botPasswords: [
				{
					appId: 'test',
					password: PASSWORD,
					grants: ['basic', 'highvolume', 'editpage', 'createeditmovepage'],
				},
			],
		});
		port = await connect({
			apiUrl: running.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: { kind: 'bot-password', username: `${BOT}@test`, password: PASSWORD },
		});
	});
	afterAll(() => running.stop());

	async function publish(applications: ReturnType<typeof cohort>, changed: readonly string[] = []) {
		const { published, digests } = await publishAll(port, applications, AT, remembered, changed);
		remembered = digests;
		return published.flatMap((page) => (page.kind === 'unchanged' ? [] : [`${page.title}: ${page.kind}`]));
	}

	/** Newest first. */
	async function history(title: string) {
		const { query } = await new ApiSession(running.apiUrl).get<Revisions>({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'parsedcomment|user|flags|content',
			rvslots: 'main',
			rvlimit: 'max',
		});
		return query.pages[0]?.revisions ?? [];
	}

	const wipe = () =>
		new ApiSession(running.apiUrl).edit({
			title: STATUS,
			text: 'Nothing of it is left.',
			summary: 'by hand',
		});

	it('writes what changed, once, with a summary whose links work', async () => {
		expect(await publish(cohort(2))).toEqual([`${STATUS}: saved`, `${REPORT}: saved`]);
		expect(await publish(cohort(2))).toEqual([]);
		remembered = new Map();
		expect(await publish(cohort(2))).toEqual([]);
		expect(await publish([application(0, { state: 'accepted' }), ...cohort(4).slice(1)])).toEqual([
			`${STATUS}: saved`,
		]);
		const [newest] = await history(STATUS);
		const summary = newest?.parsedcomment.replace(/<[^>]*>/g, '');
		expect(summary).toBe(
			'Identifying and Addressing Harassment Online: +1 application (User 2); User 0 accepted; 1 of 40 seats; ' +
				'Partnership Building: +1 application (User 3); 0 of 40 seats',
		);
		expect(newest?.parsedcomment).toContain('Applications/User_2');
		expect(newest?.minor).toBe(false);
	});

	it('puts its region back once, with the wiki’s history for a memory', async () => {
		const now = [application(0, { state: 'accepted' }), ...cohort(4).slice(1)];
		await wipe();
		expect(await publish(now, [STATUS])).toEqual([`${STATUS}: saved`, `${REPORT}: saved`]);
		await wipe();
		remembered = new Map();
		expect(await publish(now, [STATUS])).toEqual([`${REPORT}: saved`]);
		const [newest] = await history(STATUS);
		expect(newest?.slots.main.content).toBe('Nothing of it is left.');
	});
});
