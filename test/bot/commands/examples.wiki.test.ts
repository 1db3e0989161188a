import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../../bot/commands/program.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { PASSWORD } from '../../demo/accounts.ts';
import { login } from '../../wiki/apiSession.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { DEPLOYER, environment, startCommandWiki } from './commandWiki.ts';
import { runBot, type BotResult, type RunBotOptions } from './runBot.ts';

/** Open for as long as anybody will run this, so that the examples say the same each time. */
const DATES = {
	opens: '2021-01-01T00:00:00Z',
	closes: '2098-12-31T23:59:59-12:00',
	notify: '2099-01-14T12:00:00Z',
	starts: '2099-01-21T00:00:00Z',
};
/** What both courses ask for, as a volunteer would answer. */
const ANSWERS = {
	motivation: 'I want to help newcomers well.',
	'harassment-experience': 'Two years of answering reports on my home wiki.',
	use: 'Two workshops in our user group.',
	'partnership-level': 'beginner',
	'home-wiki': 'tw.wikipedia.org',
	region: 'sub-saharan-africa',
	'time-zone': 'Africa/Accra',
	availability: 'tue rather 18:00-21:00; thu can 18:00-20:00',
	'attend-weekly': 'yes',
	'coursework-english': 'yes',
};
const FOLDER = new URL('examples/', import.meta.url);

describe('a programme from setup to export, as examples of each command', { timeout: 180_000 }, () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-examples-'));
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
		await wiki.setGlobalAccounts({
			LocalSysop: { record: 'LocalSysop' },
			Volunteer: { record: 'Volunteer' },
		});
		await writeProgramme(40);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop(), rm(folder, { recursive: true })]);
	});

	/** The pilot, as it would be with so many seats a course. */
	const writeProgramme = async (seats: number): Promise<void> => {
		const courses = pilot.courses.map((course) => ({ ...course, ...DATES, seats }));
		await writeFile(join(folder, 'pilot.json'), JSON.stringify({ ...pilot, courses }, null, '\t'));
	};
	const botDoes = (args: readonly string[], options: RunBotOptions = {}): Promise<BotResult> =>
		runBot(bot.main, args, { cwd: folder, env: environment(wiki), ...options });
	const expectExample = async (name: string, ended: BotResult, code: number): Promise<void> => {
		// Softly: one command that says something else keeps no other from being tried.
		await expect.soft(ended.example).toMatchFileSnapshot(`examples/${name}.txt`);
		expect.soft(ended.code).toBe(code);
	};
	const apply = async (user: string, course: 'iah' | 'pb', text?: string): Promise<void> => {
		const volunteer = await login(wiki.apiUrl, user, PASSWORD);
		const courseData = pilot.courses.find(({ id }) => id === course)!;
		const ids = new Set(courseData.questions.map(({ id }) => id));
		const answers = Object.fromEntries(Object.entries(ANSWERS).filter(([id]) => ids.has(id)));
		await volunteer.edit({
			title: `${courseData.page}/Applications/${user}`,
			text: text ?? writeApplication({ course, answers, email: 'sent' }),
		});
	};

	it('help', async () => {
		const ended = await botDoes(['--help'], { env: {} });
		await expectExample('help', ended, 0);
		for (const { name } of commands()) expect(ended.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
	});

	it('init', async () => {
		const given = {
			name: 'Travel scholarships',
			bot: 'ScholarshipBot',
			reviewers: 'ExampleReviewer',
			team: 'TravelTeam',
			address: 'travel@example.org',
			title: 'Conference 2031',
			audience: 'Volunteers who would travel',
			opens: '2098-01-01',
		};
		const options = Object.entries(given).map(([option, answer]) => `--${option}=${answer}`);
		const args = ['init', '--template', 'scholarship', ...options];
		await expectExample('init-missing', await botDoes(args.slice(0, -2), { env: {} }), 2);
		await expectExample('init', await botDoes(args, { env: {} }), 0);
		await expectExample('init-there-already', await botDoes(args, { env: {} }), 2);
	});

	it('deploy', async () => {
		const env = environment(wiki, DEPLOYER);
		const args = ['deploy', '--programme', 'pilot.json'];
		expect((await botDoes(args, { env })).code).toBe(0);
		await writeProgramme(60);
		const dry = await botDoes([...args, '--dry-run'], { env, differences: 'shown' });
		await expectExample('deploy-dry-run', dry, 0);
	});

	it('run', async () => {
		await apply('LocalSysop', 'iah');
		await apply('Volunteer', 'iah');
		await apply('Newcomer', 'pb', 'I would like to take part, please!');
		const dry = await botDoes(['run', '--dry-run'], { differences: 'shown' });
		await expectExample('run-dry-run', dry, 3);
		const files = ['--cache', 'cache.json', '--heartbeat', 'heartbeat.json'];
		await expectExample('run-first', await botDoes(['run', ...files]), 3);
		await apply('李小龍', 'pb');
		await expectExample('run-again', await botDoes(['run', ...files]), 3);
		await expectExample('run-log-json', await botDoes(['run', ...files, '--log', 'json']), 3);
		await expectExample('run-json', await botDoes(['run', ...files, '--json']), 3);
	});

	it('start', async () => {
		const ended = await botDoes(['start', '--schedule', '0 3 * * *', '--cache', 'cache.json'], {
			interruptAfter: /cycle done/,
		});
		await expectExample('start', ended, 0);
	});

	it('status', async () => {
		const args = ['status', '--heartbeat', 'heartbeat.json', '--max-age', '60'];
		await expectExample('status', await botDoes(args), 3);
		await expectExample('status-json', await botDoes([...args, '--json']), 3);
		await expectExample('status-health', await botDoes([...args, '--health'], { env: {} }), 0);
	});

	it('sessions', async () => {
		await expectExample('sessions', await botDoes(['sessions']), 0);
		await expectExample('sessions-json', await botDoes(['sessions', '--json']), 0);
	});

	it('export', async () => {
		await expectExample('export', await botDoes(['export', '--course', 'iah']), 0);
		await expectExample('export-json', await botDoes(['export', '--format', 'json', '--course', 'pb']), 0);
		await expectExample('export-moodle', await botDoes(['export', '--what', 'moodle']), 0);
		await expectExample('export-file', await botDoes(['export', '--out', 'applications.csv']), 0);
	});
});

describe('every command', () => {
	it.each(commands())('$name has an example of its output', async ({ name }) => {
		const examples = await readdir(FOLDER);
		expect(examples.filter((file) => file === `${name}.txt` || file.startsWith(`${name}-`))).not.toEqual([]);
	});
});

function commands(): readonly { readonly name: string }[] {
	return createProgram().commands.map((command) => ({ name: command.name() }));
}
