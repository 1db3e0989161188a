import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import type { LogAction } from '../../../shared/actions/mark.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { createMarkedActions } from '../../markedActions.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import { connectAs } from '../../demo/startDemoWiki.ts';
import { ApiSession, login } from '../../wiki/apiSession.ts';
import { sessionPort } from '../../wiki/sessionPort.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { DEPLOYER, environment, startCommandWiki } from './commandWiki.ts';
import { runBot, type BotResult, type RunBotOptions } from './runBot.ts';

const REVIEWER = pilot.reviewers[0]?.name ?? '';
const iah = pilot.courses.find(({ id }) => id === 'iah')!;
const STOP = `User:${pilot.bot.name}/Stop`;
const SHUT = 'Иван Петров';

/** Open for as long as anybody will run this. */
const DATES = {
	opens: '2021-01-01T00:00:00Z',
	closes: '2098-12-31T23:59:59-12:00',
	notify: '2099-01-14T12:00:00Z',
	starts: '2099-01-21T00:00:00Z',
};

describe('reminders and messages from the log, and their commands, on a real wiki', () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let folder: string;
	let log: (action: LogAction) => Promise<number>;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-notices-'));
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
		const programme = {
			...pilot,
			notices: [],
			courses: pilot.courses.map((course) => ({ ...course, ...DATES })),
		};
		await writeFile(join(folder, 'pilot.json'), JSON.stringify(programme, null, '\t'));
		const deployed = await botDoes(['deploy', '--programme', 'pilot.json'], {
			env: environment(wiki, DEPLOYER),
		});
		expect(deployed.code).toBe(0);
		await wiki.importPages([
			application('LocalSysop', { email: 'sent' }),
			application('李小龍', { language: 'zh-hans' }),
			application(SHUT, {}),
			application('Volunteer', {}),
			page(`User talk:${SHUT}`, SHUT, '{{nobots}}'),
		]);
		const read = readProgramme(await textOf(PROGRAMME_PAGE));
		if (!read.ok) throw new Error('The programme page is not valid.');
		const reviewer = sessionPort(await login(wiki.apiUrl, REVIEWER, PASSWORD));
		log = (action) => createMarkedActions(read.programme).log(reviewer, action);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop(), rm(folder, { recursive: true })]);
	});

	const botDoes = (args: readonly string[], options: RunBotOptions = {}): Promise<BotResult> =>
		runBot(bot.main, args, { cwd: folder, env: environment(wiki), ...options });
	const edit = async (title: string, text: string): Promise<number> => {
		const port = await connectAs(wiki, DEPLOYER);
		const response = (await port.edit({ action: 'edit', title, text })) as { edit: { newrevid: number } };
		return response.edit.newrevid;
	};
	const textOf = async (title: string): Promise<string> => {
		const { query } = await new ApiSession(wiki.apiUrl).get<{
			query: { pages: { revisions?: { slots: { main: { content: string } } }[] }[] };
		}>({ action: 'query', prop: 'revisions', titles: title, rvprop: 'content', rvslots: 'main' });
		return query.pages[0]?.revisions?.[0]?.slots.main.content ?? '';
	};
	const headings = async (name: string): Promise<readonly string[]> =>
		[...(await textOf(`User talk:${name}`)).matchAll(/^== (.*) ==$/gm)].map(([, heading = '']) => heading);
	const editCount = async (): Promise<number> => {
		const { query } = await new ApiSession(wiki.apiUrl).get<{ query: { statistics: { edits: number } } }>({
			action: 'query',
			meta: 'siteinfo',
			siprop: 'statistics',
		});
		return query.statistics.edits;
	};

	it('shows a reminder in a dry run without writing', async () => {
		expect((await botDoes(['run'])).code).toBe(0);
		expect(await headings('Volunteer')).toEqual([]);
		await log({ kind: 'remind', course: 'iah' });
		const before = await editCount();
		const dry = await botDoes(['run', '--dry-run']);
		expect(dry.stdout).toMatch(/^To User talk:Volunteer:\n {4}== .* ==\n {4}<div class="wikilearn-notice/m);
		expect(dry.stdout).toContain('To User talk:李小龍:');
		expect(dry.stdout).not.toContain('To User talk:LocalSysop:');
		expect(await editCount()).toBe(before);
	});

	it('sends a reminder once to each person, except those who opted out of bot messages', async () => {
		expect((await botDoes(['run'])).code).toBe(3);
		expect((await botDoes(['run'])).code).toBe(3);
		expect(await headings('Volunteer')).toHaveLength(1);
		expect(await headings('李小龍')).toHaveLength(1);
		expect(await textOf('User talk:Volunteer')).toContain('?wikilearn=email');
		expect(await headings('LocalSysop')).toEqual([]);
		expect(await textOf(`User talk:${SHUT}`)).toBe('{{nobots}}');
	});

	it('sends the text of the exact revision, once', async () => {
		const title = `${pilot.root}/News`;
		const revision = await edit(title, "The room is '''open'''.");
		await edit(title, 'Something else');
		const { query } = await new ApiSession(wiki.apiUrl).get<{ query: { pages: { pageid: number }[] } }>({
			action: 'query',
			titles: title,
		});
		await log({ kind: 'write', course: 'iah', to: 'all', page: query.pages[0]?.pageid ?? 0, revision });
		expect((await botDoes(['run'])).code).toBe(3);
		expect((await botDoes(['run'])).code).toBe(3);
		expect(await headings('LocalSysop')).toHaveLength(1);
		expect(await headings('Volunteer')).toHaveLength(2);
		expect(await textOf('User talk:LocalSysop')).toContain("\nThe room is '''open'''.\n\n[[User:");
		expect(await textOf('User talk:LocalSysop')).not.toContain('Something else');
	});

	it('exports the same people for MassMessage', async () => {
		const args = ['export', '--format', 'massmessage', '--course', 'iah'];
		const ended = await botDoes(args);
		await expect(ended.example).toMatchFileSnapshot('examples/export-massmessage.txt');
		expect(ended.code).toBe(0);
		const wikitext = await botDoes(['export', '--format', 'massmessage-wikitext', '--to', 'unreachable']);
		expect(wikitext.code).toBe(0);
		await botDoes([...args, '--to', 'waitlisted', '--out', 'list.json']);
		expect(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))).toEqual({
			description: 'waitlisted: iah',
			targets: [],
		});
		expect((await botDoes([...args, '--what', 'moodle'])).code).toBe(2);
		const table = await botDoes(['export', '--what', 'contacts']);
		expect(table.stdout).toContain('"iah","李小龍","wiki-email","User talk:李小龍"');
	});

	it('writes only as the bot, and not while the stop page is set', async () => {
		await log({ kind: 'write', course: 'iah', to: 'all', page: 1, revision: 1 });
		const other = await botDoes(['run'], { env: environment(wiki, DEPLOYER) });
		expect(other.code).not.toBe(0);
		expect(other.stderr).toContain('Logged in as InterfaceAdmin, but the programme’s bot is WikiLearnBot');
		await edit(STOP, 'Please wait.');
		const before = await editCount();
		const stopped = await botDoes(['run']);
		expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('Please wait.')]);
		expect(await editCount()).toBe(before);
	});
});

function page(title: string, user: string, ...texts: readonly string[]) {
	return {
		title,
		revisions: texts.map((text) => ({ user, timestamp: '2021-01-10T12:00:00Z', text })),
	};
}

function application(
	name: string,
	{ email = 'not sent', language }: { readonly email?: 'sent' | 'not sent'; readonly language?: string },
) {
	const applied = writeApplication({
		course: iah.id,
		answers: { motivation: 'To help' },
		email,
		...(language === undefined ? {} : { language }),
	});
	return page(`${iah.page}/Applications/${name}`, name, applied);
}
