import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAs } from '../../demo/startDemoWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { DEPLOYER, environment, startCommandWiki } from './commandWiki.ts';
import { runBot, type BotResult, type RunBotOptions } from './runBot.ts';

const PROGRAMME = new URL('../../../shared/programme/wikilearn.json', import.meta.url).pathname;

describe('Ctrl-C during a write', { timeout: 180_000 }, () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	let begun: string;
	beforeAll(async () => {
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
		begun = join(wiki.dir, 'state/begun');
		// Each edit is noted when it comes in, and takes a while.
		await wiki.setSettings(
			`if ( ( $_POST['action'] ?? '' ) === 'edit' ) { file_put_contents( '${begun}', $_POST['title'] . "\\n", FILE_APPEND ); sleep( 2 ); }`,
		);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop()]);
	});

	const deploy = (options: RunBotOptions): Promise<BotResult> =>
		runBot(bot.main, ['deploy', '--programme', PROGRAMME], { env: environment(wiki, DEPLOYER), ...options });
	const begunTitles = async (): Promise<readonly string[]> =>
		existsSync(begun) ? (await readFile(begun, 'utf8')).trim().split('\n') : [];
	const untilBegun = async (count: number): Promise<void> => {
		for (let poll = 0; (await begunTitles()).length < count; poll++) {
			if (poll === 3000) throw new Error(`fewer than ${count} edits were begun`);
			await delay(20);
		}
	};
	/** What the account wrote, oldest first. */
	const written = async (): Promise<readonly string[]> => {
		const response = (await (
			await connectAs(wiki, DEPLOYER)
		).query({
			action: 'query',
			list: 'usercontribs',
			ucuser: DEPLOYER,
			ucdir: 'newer',
			uclimit: 'max',
		})) as { query: { usercontribs: readonly { title: string }[] } };
		return response.query.usercontribs.map(({ title }) => title);
	};

	it('once: finishes and reports the current write, and starts no other', async () => {
		const { code, stdout, stderr } = await deploy({ interruptWhen: () => untilBegun(2) });
		expect(code).toBe(1);
		expect(stderr).toContain('Stopping after what is under way. Once more stops now.');
		expect(stderr).toContain('the rest is not begun');
		const titles = await begunTitles();
		expect(titles).toHaveLength(2);
		expect(await written()).toEqual(titles);
		for (const title of titles) expect(stdout).toContain(`${title}: saved`);
	});

	it('twice: exits at once, and the next run resumes from the wiki', async () => {
		const ended = await deploy({ interruptWhen: () => untilBegun(3), interruptTwice: true });
		expect(ended.code).toBe(130);
		expect(ended.stdout).not.toContain(': saved');
		await wiki.setSettings('');
		const rest = await deploy({});
		expect(rest.code).toBe(0);
		const titles = await written();
		expect(new Set(titles).size).toBe(titles.length);
		expect(titles.length).toBeGreaterThan(10);
	});
});
