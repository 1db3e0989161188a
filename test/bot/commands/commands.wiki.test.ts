import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../../bot/commands/program.ts';
import { connectAs } from '../../demo/startDemoWiki.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { PASSWORD } from '../../demo/accounts.ts';
import { login } from '../../wiki/apiSession.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import {
	BOT_PASSWORD,
	DEPLOYER,
	environment,
	protectAgainstMoving,
	startCommandWiki,
} from './commandWiki.ts';
import { writeProgramme } from './writeProgramme.ts';
import { runBot, type BotResult, type RunBotOptions } from './runBot.ts';

const STOP = 'User:WikiLearnBot/Stop';
const COMMANDS = createProgram().commands.map((command) => command.name());
/** They write nothing, so there is nothing to try dry. */
const READING = ['check', 'status', 'sessions'];

describe('the commands, each run as a process on a real wiki', () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-commands-'));
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop(), rm(folder, { recursive: true })]);
	});

	const botDoes = (args: readonly string[], options: RunBotOptions = {}): Promise<BotResult> =>
		runBot(bot.main, args, { cwd: folder, env: environment(wiki), ...options });
	const edit = async (title: string, text: string): Promise<void> => {
		const port = await connectAs(wiki, DEPLOYER);
		await port.edit({ action: 'edit', title, text });
	};
	const editCount = async (): Promise<number> => {
		const port = await connectAs(wiki, DEPLOYER);
		const response = (await port.query({ action: 'query', meta: 'siteinfo', siprop: 'statistics' })) as {
			query: { statistics: { edits: number } };
		};
		return response.query.statistics.edits;
	};

	describe('without a wiki', () => {
		it.each(COMMANDS)('%s --help has an example', async (command) => {
			const { code, stdout } = await botDoes([command, '--help'], { env: {} });
			expect(code).toBe(0);
			expect(stdout).toMatch(new RegExp(`^Examples?:\\n  wikilearn-bot ${command}`, 'm'));
			expect(stdout).toContain('--json');
			expect(stdout.includes('--dry-run')).toBe(!READING.includes(command));
		});

		it('suggests the closest command for a typo', async () => {
			const command = await botDoes(['deplyo'], { env: {} });
			expect(command.code).toBe(2);
			await expect(command.example).toMatchFileSnapshot('examples/unknown-command.txt');
			const flag = await botDoes(['run', '--dryrun'], { env: {} });
			expect(flag.code).toBe(2);
			await expect(flag.example).toMatchFileSnapshot('examples/unknown-flag.txt');
		});

		it('lists all missing settings at once', async () => {
			const { code, example } = await botDoes(['run'], { env: {} });
			expect(code).toBe(2);
			await expect(example).toMatchFileSnapshot('examples/run-no-settings.txt');
		});

		it('refuses to send a password over an unencrypted connection', async () => {
			const env = { ...environment(wiki), WIKILEARN_API_URL: 'http://wiki.example.org/w/api.php' };
			const { code, stderr } = await botDoes(['run'], { env });
			expect(code).toBe(2);
			expect(stderr).toContain('no https address');
		});

		it('reports an unreachable wiki without a stack trace', async () => {
			const env = { ...environment(wiki), WIKILEARN_API_URL: 'http://127.0.0.1:9/w/api.php' };
			const { code, example } = await botDoes(['check', '--json'], { env });
			expect(code).toBe(1);
			await expect(example).toMatchFileSnapshot('examples/check-unreachable-json.txt');
		});
	});

	it('refuses a secrets file that others can read, without printing the secrets', async () => {
		const file = join(folder, 'bot.env');
		const lines = Object.entries(environment(wiki)).map(([name, value]) => `${name}=${value}`);
		await writeFile(file, lines.join('\n'), { mode: 0o644 });
		const env = { WIKILEARN_SECRETS: file };
		const refused = await botDoes(['check'], { env });
		expect(refused.code).toBe(2);
		expect(refused.stderr).toContain(`chmod 600 ${file}`);
		await chmod(file, 0o600);
		const taken = await botDoes(['check', '--json', '--debug'], { env });
		expect(taken.code).toBe(3);
		for (const { output } of [refused, taken]) expect(output).not.toContain(BOT_PASSWORD);
	});

	it('checks an empty wiki and lists what to do', async () => {
		const { code, example } = await botDoes(['check']);
		expect(code).toBe(3);
		await expect(example).toMatchFileSnapshot('examples/check-empty-wiki.txt');
	});

	it('explains a refused login', async () => {
		const env = { ...environment(wiki), WIKILEARN_PASSWORD: `${BOT_PASSWORD}x` };
		const { code, example, output } = await botDoes(['run', '--debug'], { env });
		expect(code).toBe(2);
		expect(output).not.toContain(BOT_PASSWORD);
		expect(example).toContain('The wiki refused the login');
	});

	it('explains a refused token without printing it', async () => {
		const token = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.abc.def';
		const env = {
			WIKILEARN_API_URL: wiki.apiUrl,
			WIKILEARN_OAUTH_TOKEN: token,
			WIKILEARN_OPERATOR: 'User:X',
		};
		const { code, output } = await botDoes(['run', '--debug', '--json'], { env });
		expect(code).toBe(2);
		expect(output).toContain('check WIKILEARN_OAUTH_TOKEN');
		expect(output).not.toContain(token);
	});

	it('passes the check once deployed', async () => {
		await wiki.createAccount({ name: 'WikiLearnTeam', password: 'the team has a long password' });
		const deployed = await botDoes(['deploy', '--programme', await writeProgramme(folder)], {
			env: environment(wiki, DEPLOYER),
		});
		expect(deployed.code).toBe(0);
		const unprotected = await botDoes(['check']);
		expect(unprotected.code).toBe(3);
		expect(unprotected.stderr).toContain(`Ask an administrator to protect ${pilot.log.page} against moving.`);
		await protectAgainstMoving(wiki, pilot.log.page);
		const { code, example } = await botDoes(['check']);
		await expect(example).toMatchFileSnapshot('examples/check-deployed.txt');
		expect(code).toBe(0);
	});

	it('shows diffs and makes no edit in a dry run', async () => {
		const before = await editCount();
		const { code, stdout } = await botDoes(['run', '--dry-run'], {
			env: { ...environment(wiki), FORCE_COLOR: '1' },
		});
		expect(code).toBe(0);
		expect(stdout).toContain('\u001b[32m+');
		expect(stdout).toContain('Community Development/WikiLearn/Status: would be saved');
		expect(await editCount()).toBe(before);
	});

	it('runs a cycle, logs JSON lines, and writes the heartbeat and cache', async () => {
		const files = ['--heartbeat', 'heartbeat.json', '--cache', 'cache.json'];
		const { code, stdout, stderr } = await botDoes(['run', '--log', 'json', ...files]);
		expect([code, stderr]).toEqual([0, '']);
		const lines = stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		const last = lines.at(-1);
		expect(last).toMatchObject({ level: 'info', applications: 0, problems: 0, exit: 0 });
		expect(last).toHaveProperty('requests', expect.any(Number));
		expect(last).toHaveProperty('milliseconds', expect.any(Number));
		const again = await botDoes(['run', ...files]);
		expect(again.stdout).toContain('on the wiki since the last cycle');
		const third = await botDoes(['run', ...files]);
		expect(third.stdout).toMatch(/^cycle done: 0 applications, 0 pages saved, 1 request, /m);
		const status = await botDoes(['status', '--heartbeat', 'heartbeat.json']);
		expect(status.code).toBe(0);
		expect(status.stdout).toContain('The bot runs: its last cycle ended at');
		expect(status.stdout).toContain('40 of 40 seats free; no applications');
	});

	it('detects a stale bot from its heartbeat alone', async () => {
		const beat = JSON.parse(await readFile(join(folder, 'heartbeat.json'), 'utf8')) as object;
		await writeFile(
			join(folder, 'old.json'),
			JSON.stringify({ ...beat, at: '2020-01-01T00:00:00Z', period: 300 }),
		);
		const late = await botDoes(['status', '--health', '--heartbeat', 'old.json'], { env: {} });
		expect(late.code).toBe(1);
		await expect(late.example).toMatchFileSnapshot('examples/status-late.txt');
		const absent = await botDoes(['status', '--health', '--heartbeat', 'none.json'], { env: {} });
		expect(absent.code).toBe(1);
	});

	it('obeys the stop page and says who has to act', async () => {
		await edit(STOP, 'Please wait for the vote.');
		const stopped = await botDoes(['run']);
		expect(stopped.code).toBe(3);
		expect(stopped.stderr).toContain('The stop page forbids writing: Please wait for the vote.');
		const checked = await botDoes(['check']);
		expect(checked.code).toBe(3);
		expect(checked.stderr).toContain('InterfaceAdmin stopped the bot: “Please wait for the vote.”');
		await edit(STOP, 'Replace this text with a reason to stop the bot.');
	});

	it('starts, detects another running bot, and stops on Ctrl-C', async () => {
		const other = {
			at: new Date().toISOString(),
			due: new Date().toISOString(),
			period: 300,
			code: 0,
			host: 'elsewhere',
			pid: 1,
			version: '0.1.0',
			wiki: wiki.apiUrl,
		};
		await writeFile(join(folder, 'shared.json'), JSON.stringify(other));
		const { code, stdout, stderr } = await botDoes(['start', '--heartbeat', 'shared.json'], {
			interruptAfter: /cycle done/,
		});
		expect(code).toBe(0);
		expect(stdout).toContain('cycle done: 0 applications');
		expect(stderr).toContain('Another bot seems to run on this wiki: process 1 on elsewhere');
		expect(stderr).toContain('Once more stops now.');
		const beat = JSON.parse(await readFile(join(folder, 'shared.json'), 'utf8')) as { host: string };
		expect(beat.host).not.toBe('elsewhere');
	});

	it('plans sessions and exports a table', async () => {
		const volunteer = await login(wiki.apiUrl, 'Иван Петров', PASSWORD);
		const answers = {
			motivation: '=SUM(A1)',
			'time-zone': 'Asia/Kolkata',
			availability: 'tue rather 18:00-21:00; thu can 18:00-20:00',
		};
		await volunteer.edit({
			title: 'Community Development/WikiLearn/Partnership Building/Applications/Иван Петров',
			text: writeApplication({ course: 'pb', answers, email: 'sent' }),
		});
		const planned = await botDoes(['sessions']);
		expect(planned.code).toBe(0);
		expect(planned.stdout).toContain('1 of 1 can, 1 would rather');
		const exported = await botDoes(['export', '--out', 'applications.csv']);
		expect(exported.stdout).toBe('applications.csv is written, 1 row.\n');
		const table = await readFile(join(folder, 'applications.csv'), 'utf8');
		expect(table).toContain('"pb","Иван Петров"');
		expect(table).toContain(`"'=SUM(A1)"`);
		expect((await botDoes(['export', '--out', 'applications.csv'])).code).toBe(2);
		const wrong = await botDoes(['export', '--course', 'iha']);
		expect([wrong.code, wrong.stdout]).toEqual([2, '']);
	});

	it('reports that an account other than the bot is logged in', async () => {
		const { code, stderr } = await botDoes(['run'], { env: environment(wiki, DEPLOYER) });
		expect(code).toBe(3);
		expect(stderr).toContain('Logged in as InterfaceAdmin, but the programme’s bot is WikiLearnBot');
	});

	it('exits with an error when a cycle hangs', async () => {
		await wiki.setSettings(
			'if ( isset( $_REQUEST["list"] ) || isset( $_REQUEST["prop"] ) ) { sleep( 30 ); }',
		);
		const { code, stderr } = await botDoes(['start', '--schedule', '* * * * * *']);
		await wiki.setSettings('');
		expect(code).toBe(1);
		expect(stderr).toContain('The cycle hangs.');
	});

	it('rejects an invalid schedule', async () => {
		const { code, stderr } = await botDoes(['start', '--schedule', 'often']);
		expect(code).toBe(2);
		expect(stderr).toContain('“often” is no schedule');
	});
});
