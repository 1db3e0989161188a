import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import { login } from '../../wiki/apiSession.ts';
import { CommandFailed, runCommand } from '../../wiki/runCommand.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { protectAgainstMoving } from './commandWiki.ts';

const PASSWORD = 'a long password of 2031';
const DEPLOYER = 'dddddddddddddddddddddddddddddddd';
const BOT = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';

/** What step 3 of the document has people choose. */
const EDITING = ['basic', 'editpage', 'createeditmovepage'];

/** A hundred pages are written, one after another: minutes where the machine is busy. */
const WHOLE_DEPLOYMENT = 300_000;

describe('setup by following bot/README.md word for word on an empty wiki', () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-setup-'));
		[bot, wiki] = await Promise.all([buildBot(), startWiki()]);
		await wiki.createAccounts([
			{
				name: 'InterfaceAdmin',
				password: PASSWORD,
				groups: ['interface-admin'],
				botPasswords: [
					{
						appId: 'deploy',
						password: DEPLOYER,
						grants: [...EDITING, 'editprotected', 'editinterface', 'editsiteconfig'],
					},
				],
			},
			{
				name: 'ScholarshipBot',
				password: PASSWORD,
				groups: ['bot'],
				botPasswords: [{ appId: 'cycle', password: BOT, grants: [...EDITING, 'highvolume'] }],
			},
			...['TravelTeam', 'ExampleReviewer', 'Traveler'].map((name) => ({ name, password: PASSWORD })),
		]);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop(), rm(folder, { recursive: true })]);
	});

	it('works', { timeout: WHOLE_DEPLOYMENT }, async () => {
		const [build = '', ...steps] = await readBlocks();
		expect(build).toBe('npm ci && npm run build\nalias wikilearn-bot="node $PWD/dist/bot/main.js"');
		// Built already; what is left of the first block is how the command is called.
		await symlink(dirname(dirname(bot.main)), join(folder, 'dist'));
		const runScript = async (...lines: readonly (string | undefined)[]): Promise<string> => {
			const script = ['set -e', 'shopt -s expand_aliases', build.split('\n')[1], ...lines]
				.join('\n')
				.replaceAll('https://wiki.example.org/w/api.php', wiki.apiUrl)
				.replaceAll('PASSWORD-OF-INTERFACE-ADMIN', DEPLOYER)
				.replaceAll('PASSWORD-OF-BOT', BOT);
			await writeFile(join(folder, 'script.sh'), script);
			return runCommand('bash', ['script.sh'], { cwd: folder }).catch((error: unknown) => {
				throw error instanceof CommandFailed ? new Error(error.output) : error;
			});
		};
		await runScript(...steps.slice(0, -1));
		// What step 5 has an administrator do.
		await protectAgainstMoving(wiki, 'Travel scholarships/Log');
		const output = await runScript(...steps.slice(-1));
		expect(output).toContain('All is well.');
		expect(output).toMatch(/^Travel scholarships\/Status: saved$/m);

		// Somebody applies before it opens; the next cycle finds it.
		const title = 'Travel scholarships/Conference 2031/Applications/Traveler';
		const traveler = await login(wiki.apiUrl, 'Traveler', PASSWORD);
		const text = writeApplication({
			course: 'conference-2031',
			email: 'not sent',
			answers: { contribution: 'Maps | and more', report: 'yes' },
		});
		await traveler.edit({ title, text });
		const again = await runScript(
			'export WIKILEARN_SECRETS=bot.env',
			// Somebody is needed, which is no failure here.
			'wikilearn-bot run || true',
			'wikilearn-bot status || true',
		);
		expect(again).toContain('cycle done: 1 application,');
		expect(again).toMatch(
			/^Conference 2031 \(conference-2031\): not open yet, .* 20 of 20 seats free; 1 too-early$/m,
		);
		const port = await connectWiki({
			apiUrl: wiki.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: { kind: 'bot-password', username: 'ScholarshipBot@cycle', password: BOT },
		});
		const status = (await readPages(port, ['Travel scholarships/Status'])).get('Travel scholarships/Status');
		expect(status?.revision.text).toContain('Traveler');
	});
});

/** The shell blocks of the section, in their order. */
async function readBlocks(): Promise<readonly string[]> {
	const page = await readFile(new URL('../../../bot/README.md', import.meta.url), 'utf8');
	const section = page.slice(page.indexOf('## Set up a new programme'), page.indexOf('\n## Commands'));
	return [...section.matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, block = '']) => block);
}
