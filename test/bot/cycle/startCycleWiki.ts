import { writeCall } from '../../../shared/application/writeApplication.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { ApiResponse, Wiki } from '../../../shared/wiki/wiki.ts';
import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle, type CycleResult } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { connectWiki, type RequestInfo } from '../../../bot/wiki/mwnWiki.ts';
import { completeProgrammeOn } from '../../programmeIds.ts';
import type { TestAccount } from '../../wiki/account.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { sessionPort } from '../../wiki/sessionPort.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki as RunningWiki } from '../../wiki/wiki.ts';
import { createCycleProgramme } from './createCycleProgramme.ts';

export const PASSWORD = 'a password of all';
const BOT_PASSWORD = '0123456789abcdef0123456789abcdef';
export const BOT = 'WikiLearnBot';
export const BOT_CREDENTIALS = {
	kind: 'bot-password',
	username: `${BOT}@test`,
	password: BOT_PASSWORD,
} as const;

export type Done = Extract<CycleResult, { ok: true }>;

/** A real wiki with a programme, and people on it. */
export interface CycleWiki {
	readonly running: RunningWiki;
	readonly programme: Programme;
	/** User ids by name. */
	readonly ids: ReadonlyMap<string, number>;
	/** What the bot asked and wrote since it was last emptied. */
	readonly sent: RequestInfo[];
	/** The bot's port. */
	readonly port: Wiki;
	/** Someone at the wiki. `WikiAdmin` can do everything. */
	as(name: string): Promise<ApiSession>;
	/** The same as a port, as the gadget has one. */
	portOf(name: string): Promise<Wiki>;
	/** After a restore or a rename nobody is logged in any more. */
	logOut(): void;
	/** A cycle; with a bookmark, an incremental one; `alter` changes what the bot is told. Throws where the programme cannot be used. */
	cycle(cache?: CycleCache | null, transform?: (response: ApiResponse) => ApiResponse): Promise<Done>;
}

/** @param draft its accounts and its log get the wiki's ids; its people count from long ago */
export async function startCycleWiki(
	people: readonly Partial<TestAccount>[],
	settings = '',
	draft: unknown = createCycleProgramme(),
): Promise<CycleWiki> {
	const running = await startWiki({
		settings: `$wgGroupPermissions['sysop']['deleterevision'] = true;${settings}`,
	});
	const ids = await running.createAccounts([
		{
			name: BOT,
			password: PASSWORD,
			groups: ['bot'],
			botPasswords: [
				{
					appId: 'test',
					password: BOT_PASSWORD,
					grants: ['basic', 'highvolume', 'editpage', 'createeditmovepage'],
				},
			],
		},
		...people.map((person) => ({
			name: 'Rita',
			password: PASSWORD,
			registered: '2019-03-01T00:00:00Z',
			...person,
		})),
	]);
	const sessions = new Map<string, ApiSession>();
	const as = async (name: string) => {
		const password = name === wikiAdmin.name ? wikiAdmin.password : PASSWORD;
		const session = sessions.get(name) ?? (await login(running.apiUrl, name, password));
		sessions.set(name, session);
		return session;
	};
	const admin = await as(wikiAdmin.name);
	const programme = await completeProgrammeOn(sessionPort(admin), draft);
	const pages = { [PROGRAMME_PAGE]: JSON.stringify(programme) };
	for (const { page } of programme.courses) Object.assign(pages, { [page]: 'A course' });
	for (const [title, text] of Object.entries(pages)) await admin.edit({ title, text });
	const sent: RequestInfo[] = [];
	const port = await connectWiki({
		apiUrl: running.apiUrl,
		userAgent: 'wikilearn-test',
		credentials: BOT_CREDENTIALS,
		retryPolicy: { attempts: 2, pause: 10, maxPause: 100 },
		onRequest: (request) => sent.push(request),
	});
	const cycle: CycleWiki['cycle'] = async (cache = null, transform = (response) => response) => {
		const transformed: Wiki = { ...port, query: async (params) => transform(await port.query(params)) };
		const result = await runCycle(transformed, { cache, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	};
	const logOut = () => {
		sessions.clear();
	};
	const portOf = async (name: string) => sessionPort(await as(name));
	return { running, programme, ids, sent, port, as, portOf, logOut, cycle };
}

/** The application template, filled in. */
export function application(
	motivation: string,
	more: { course?: string; use?: string; save?: string } = {},
): string {
	const { course = 'iah', use = 'I use it', save } = more;
	return writeCall({
		course,
		answers: { motivation, use },
		email: 'sent',
		...(save === undefined ? {} : { nonce: save }),
	});
}
