import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { writeMark } from '../../../shared/mark/writeMark.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { PASSWORD } from '../../demo/accounts.ts';
import { connectAs } from '../../demo/startDemoWiki.ts';
import { ApiSession, login } from '../../wiki/apiSession.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { DEPLOYER, environment, startCommandWiki } from './commandWiki.ts';
import { runBot, type Ended, type RunBotOptions } from './runBot.ts';

const [REVIEWER = ''] = pilot.reviewers;
const iah = pilot.courses.find(({ id }) => id === 'iah')!;
const REPORT = `User:${pilot.bot}/Report`;
const STOP = `User:${pilot.bot}/Stop`;
const SHUT = 'Иван Петров';

/** Closed and decided, and not begun yet for as long as anybody will run this. */
const DATES = {
	opens: '2021-01-01T00:00:00Z',
	closes: '2021-01-14T23:59:59-12:00',
	notify: '2021-01-18T12:00:00Z',
	starts: '2099-01-21T00:00:00Z',
};

describe('the commands that write to applicants, each as a process, on a real wiki', () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-notices-'));
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
		const programme = { ...pilot, courses: pilot.courses.map((course) => ({ ...course, ...DATES })) };
		await writeFile(join(folder, 'pilot.json'), JSON.stringify(programme, null, '\t'));
		const deployed = await botDoes(['deploy', '--programme', 'pilot.json'], {
			env: environment(wiki, DEPLOYER),
		});
		expect(deployed.code).toBe(0);
		await wiki.importPages([
			application('LocalSysop', { email: 'sent' }, 'accepted'),
			application('李小龍', { language: 'zh-hans' }, 'waitlisted'),
			application(SHUT, {}, 'waitlisted'),
			application('Volunteer', {}),
			page(`User talk:${SHUT}`, SHUT, '{{nobots}}'),
		]);
	});
	afterAll(async () => {
		await Promise.all([bot.remove(), wiki.stop(), rm(folder, { recursive: true })]);
	});

	const botDoes = (args: readonly string[], options: RunBotOptions = {}): Promise<Ended> =>
		runBot(bot.main, args, { cwd: folder, env: environment(wiki), ...options });
	const expectExample = async (name: string, ended: Ended, code: number): Promise<void> => {
		await expect(ended.example).toMatchFileSnapshot(`examples/${name}.txt`);
		expect(ended.code).toBe(code);
	};
	const edit = async (title: string, text: string): Promise<void> => {
		const port = await connectAs(wiki, DEPLOYER);
		await port.act({ action: 'edit', title, text });
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

	it('remind shows what it would write, and writes nothing', async () => {
		const before = await editCount();
		await expectExample('remind-dry-run', await botDoes(['remind', 'iah', '--dry-run']), 3);
		const machines = await botDoes(['remind', '--dry-run', '--json']);
		expect(machines.code).toBe(3);
		expect(JSON.parse(machines.stdout)).toMatchObject({
			dryRun: true,
			notices: expect.arrayContaining([
				expect.objectContaining({ to: 'Volunteer', outcome: 'would be sent' }),
				expect.objectContaining({ to: '李小龍', text: 'contact', language: 'zh-hans' }),
				expect.objectContaining({ to: SHUT, outcome: 'nobots' }),
			]) as unknown,
		});
		expect(await editCount()).toBe(before);
	});

	it('remind asks each once', async () => {
		await expectExample('remind', await botDoes(['remind', 'iah']), 3);
		await expectExample('remind-again', await botDoes(['remind']), 3);
		expect(await headings('Volunteer')).toHaveLength(1);
		expect(await headings('李小龍')).toHaveLength(1);
		expect(await textOf('User talk:Volunteer')).toContain('?wikilearn=email');
		expect(await headings('LocalSysop')).toEqual([]);
	});

	it('release says what forbids it, and is not done twice', async () => {
		const before = await editCount();
		await expectExample('release-dry-run', await botDoes(['release', 'iah', '--dry-run']), 3);
		expect(await editCount()).toBe(before);
		await expectExample('release-forbidden', await botDoes(['release', 'iah']), 3);
		expect(await textOf(REPORT)).toContain('{{WikiLearn release|course=iah|by=WikiLearnBot|date=');
		const after = await editCount();
		const again = await botDoes(['release', 'iah', '--json']);
		expect(again.code).toBe(3);
		expect(JSON.parse(again.stdout)).toMatchObject({ released: true, obstacles: [{ kind: 'undecided' }] });
		expect(await editCount()).toBe(after);
		expect((await botDoes(['run'])).code).toBe(3);
		expect(await headings('LocalSysop')).toEqual([]);
	});

	it('what was released goes out once nothing forbids it, and run shows it before', async () => {
		const reviewer = await login(wiki.apiUrl, REVIEWER, PASSWORD);
		await reviewer.edit({
			title: `${iah.page}/Applications/Volunteer`,
			appendtext: `\n\n${writeMark('decision', { outcome: 'declined' })}`,
		});
		const dry = await botDoes(['run', '--dry-run']);
		expect(dry.code).toBe(3);
		expect(dry.stdout).toContain('To User talk:李小龍:\n    == 关于您对');
		expect(dry.stdout).toMatch(
			/^To User talk:LocalSysop:\n {4}== .* ==\n {4}<div class="wikilearn-notice mw-content-ltr" lang="en" dir="ltr">$/m,
		);
		expect(dry.stdout).toMatch(
			/^which reads:\n.*\n {4}Hello LocalSysop,\n.* is accepted! The course starts/m,
		);
		expect(await headings('LocalSysop')).toEqual([]);
		expect((await botDoes(['run'])).code).toBe(3);
		expect(await headings('LocalSysop')).toHaveLength(1);
		expect(await headings('李小龍')).toHaveLength(2);
		expect(await headings('Volunteer')).toHaveLength(1);
		await expectExample('release', await botDoes(['release', 'iah']), 0);
		expect((await botDoes(['run'])).code).toBe(3);
		expect(await headings('Volunteer')).toHaveLength(2);
		expect(await textOf(`User talk:${SHUT}`)).toBe('{{nobots}}');
		const report = await textOf(REPORT);
		expect(report.match(/\{\{WikiLearn release\|course/g)).toHaveLength(2);
	});

	it('export lists the same people for MassMessage', async () => {
		const args = ['export', '--format', 'massmessage', '--course', 'iah'];
		await expectExample('export-massmessage', await botDoes(args), 0);
		const wikitext = await botDoes(['export', '--format', 'massmessage-wikitext', '--to', 'accepted']);
		expect(wikitext.stdout).toBe('* {{#target:User talk:LocalSysop}}\n');
		await botDoes([...args, '--to', 'waitlisted', '--out', 'list.json']);
		expect(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))).toEqual({
			description: 'waitlisted: iah',
			targets: [{ title: 'User talk:李小龍' }],
		});
		expect((await botDoes([...args, '--what', 'moodle'])).code).toBe(2);
		const table = await botDoes(['export', '--what', 'contacts']);
		expect(table.stdout).toContain('"iah","李小龍","wiki-email","User talk:李小龍"');
	});

	it('nobody but the bot writes, and not against the stop page', async () => {
		const other = await botDoes(['remind'], { env: environment(wiki, DEPLOYER) });
		expect(other.code).toBe(2);
		expect(other.stderr).toContain('Logged in as InterfaceAdmin, but the programme’s bot is WikiLearnBot');
		await edit(STOP, 'Please wait.');
		const before = await editCount();
		const stopped = await botDoes(['remind']);
		expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('Please wait.')]);
		expect(await editCount()).toBe(before);
	});
});

function page(title: string, user: string, ...texts: readonly string[]) {
	return {
		title,
		revisions: texts.map((text, index) => ({
			user: index === 0 ? user : REVIEWER,
			timestamp: `2021-01-1${index}T12:00:00Z`,
			text,
		})),
	};
}

function application(
	name: string,
	{ email = 'not sent', language }: { readonly email?: 'sent' | 'not sent'; readonly language?: string },
	outcome?: string,
) {
	const applied = writeApplication({
		course: iah.id,
		answers: { motivation: 'To help' },
		email,
		withdrawn: false,
		...(language === undefined ? {} : { language }),
	});
	const decided = outcome === undefined ? [] : [`${applied}\n\n${writeMark('decision', { outcome })}`];
	return page(`${iah.page}/Applications/${name}`, name, applied, ...decided);
}
