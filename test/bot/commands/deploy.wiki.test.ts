import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAs } from '../../demo/startDemoWiki.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { BOT_PASSWORD, DEPLOYER, environment, startCommandWiki } from './commandWiki.ts';
import { runBot, type BotResult } from './runBot.ts';

const PROGRAMME = new URL('../../../shared/programme/wikilearn.json', import.meta.url).pathname;
const TEMPLATE = 'Template:WikiLearn status';

/** A hundred pages are written, one after another: minutes where the machine is busy. */
const WHOLE_DEPLOYMENT = 300_000;

describe('wikilearn-bot deploy, run as a process on a real wiki', () => {
	let bot: BuiltBot;
	let wiki: Wiki;
	beforeAll(async () => {
		[bot, wiki] = await Promise.all([buildBot(), startCommandWiki()]);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop()]);
	});

	const deploy = (args: readonly string[] = [], account = DEPLOYER): Promise<BotResult> =>
		runBot(bot.main, ['deploy', ...args], { env: environment(wiki, account) });
	const textOf = async (title: string): Promise<string | null> => {
		const port = await connectAs(wiki, DEPLOYER);
		return (await readPages(port, [title])).get(title)?.revision.text ?? null;
	};
	/** As somebody at their browser would. */
	const edit = async (title: string, text: string, summary = 'by hand'): Promise<void> => {
		const port = await connectAs(wiki, DEPLOYER);
		await port.edit({ action: 'edit', title, text, summary });
	};
	const edits = async (): Promise<number> => {
		const port = await connectAs(wiki, DEPLOYER);
		const response = (await port.query({ action: 'query', meta: 'siteinfo', siprop: 'statistics' })) as {
			query: { statistics: { edits: number } };
		};
		return response.query.statistics.edits;
	};

	it('explains how to create the programme page when there is none', async () => {
		const { code, example } = await deploy();
		expect(code).toBe(2);
		await expect(example).toMatchFileSnapshot('examples/deploy-no-programme.txt');
	});

	it('lists missing rights before writing anything', async () => {
		const before = await edits();
		const { code, example } = await deploy(['--programme', PROGRAMME], 'WikiLearnBot');
		expect(code).toBe(2);
		await expect(example).toMatchFileSnapshot('examples/deploy-missing-rights.txt');
		expect(await edits()).toBe(before);
	});

	it('lists all nonexistent accounts before writing anything', async () => {
		const before = await edits();
		const folder = await mkdtemp(join(tmpdir(), 'wikilearn-deploy-'));
		const file = join(folder, 'programme.json');
		const draft = JSON.parse(await readFile(PROGRAMME, 'utf8')) as { reviewers: object[] };
		const reviewers = [...draft.reviewers, { name: 'Nobody' }, { name: 'ReviewerOne', id: 1 }];
		await writeFile(file, JSON.stringify({ ...draft, reviewers, bot: { name: 'NoBot' } }));
		const { code, example } = await deploy(['--programme', file]);
		await rm(folder, { recursive: true });
		expect(code).toBe(2);
		await expect(example.replace(/user id \d+\.$/m, 'user id N.')).toMatchFileSnapshot(
			'examples/deploy-no-accounts.txt',
		);
		expect(await edits()).toBe(before);
	});

	it('shows what it would write in a dry run, and writes nothing', async () => {
		const before = await edits();
		const { code, stdout, output } = await deploy(['--programme', PROGRAMME, '--dry-run']);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^--- no page yet$/m);
		expect(stdout).toMatch(/^\+\s+"name": "WikiLearnBot",\n\+\s+"id": \d+$/m);
		expect(stdout).toContain('There is no Community Development/WikiLearn/Log yet');
		expect(stdout).toMatch(/^\+\s+"id": "filled in once the page is created"$/m);
		expect(output).toMatch(/dry run: nothing was/);
		expect(await edits()).toBe(before);
	});

	it(
		'deploys to an empty wiki, and writes nothing the second time',
		{ timeout: WHOLE_DEPLOYMENT },
		async () => {
			const first = await deploy(['--programme', PROGRAMME]);
			expect(first.code).toBe(0);
			await expect(first.example).toMatchFileSnapshot('examples/deploy-first.txt');
			const before = await edits();
			const second = await deploy(['--programme', PROGRAMME]);
			await expect(second.example).toMatchFileSnapshot('examples/deploy-second.txt');
			expect(second.code).toBe(0);
			expect(await edits()).toBe(before);
		},
	);

	it('keeps other people’s definition lines', async () => {
		const definition = (await textOf('MediaWiki:Gadgets-definition')) ?? '';
		await edit(
			'MediaWiki:Gadgets-definition',
			`== theirs ==\n* popups[ResourceLoader]|popups.js\n${definition}`,
		);
		expect((await deploy()).code).toBe(0);
		expect(await textOf('MediaWiki:Gadgets-definition')).toContain('* popups[ResourceLoader]|popups.js');
	});

	it('does not overwrite changes made on the wiki unless forced', async () => {
		const ours = await textOf(TEMPLATE);
		await edit(TEMPLATE, 'restyled');
		const refused = await deploy();
		expect(refused.code).toBe(3);
		await expect(refused.example).toMatchFileSnapshot('examples/deploy-changed-on-wiki.txt');
		expect(await textOf(TEMPLATE)).toBe('restyled');
		expect((await deploy(['--overwrite'])).code).toBe(0);
		expect(await textOf(TEMPLATE)).toBe(ours);
	});

	it('ignores a change that was undone', async () => {
		const page = 'MediaWiki:Gadget-wikilearn.js';
		const older = await textOf(page);
		await edit(page, '// older', 'Deployed WikiLearn applications 0.0.9, 2020-01-01T00:00:00Z');
		await edit(page, '// vandalism');
		await edit(page, '// older', 'undone');
		expect((await deploy()).code).toBe(0);
		expect(await textOf(page)).toBe(older);
	});

	it('rolls back to the previous version, and forward again', { timeout: WHOLE_DEPLOYMENT }, async () => {
		const page = 'MediaWiki:Gadget-wikilearn.js';
		const now = await textOf(page);
		const back = await deploy(['--rollback']);
		expect(back.code).toBe(0);
		await expect(back.example).toMatchFileSnapshot('examples/deploy-rollback.txt');
		expect(await textOf(page)).toBe('// older');
		expect((await deploy(['--rollback'])).code).toBe(0);
		expect(await textOf(page)).toBe(now);
	});

	it('reports a course page without a form container, and leaves it alone', async () => {
		const programme = JSON.parse(await readFile(PROGRAMME, 'utf8')) as { courses: [{ page: string }] };
		const { page } = programme.courses[0];
		await edit(page, 'A course page of the community.');
		const { code, example } = await deploy();
		expect(code).toBe(3);
		await expect(example).toMatchFileSnapshot('examples/deploy-no-mount.txt');
		expect(await textOf(page)).toBe('A course page of the community.');
	});

	it('finds a form container that comes from a template', async () => {
		const programme = JSON.parse(await readFile(PROGRAMME, 'utf8')) as { courses: [{ page: string }] };
		await edit('Template:Apply', '<div class="box wikilearn-application" data-course="iah">Apply</div>');
		await edit(programme.courses[0].page, 'Our course.\n\n{{Apply}}');
		expect((await deploy()).code).toBe(0);
	});

	it('detects changes to its own definition lines, and ignores other lines', async () => {
		const title = 'MediaWiki:Gadgets-definition';
		const deployed = (await textOf(title)) ?? '';
		await edit(
			title,
			deployed.replace('* wikilearn[ResourceLoader|', '* wikilearn[ResourceLoader|rights=edit|'),
		);
		const { code, stderr } = await deploy();
		expect(code).toBe(3);
		expect(stderr).toContain(
			`${title}: not written. It is not as it was deployed: InterfaceAdmin changed it`,
		);
		expect((await deploy(['--overwrite'])).code).toBe(0);
		expect(await textOf(title)).toBe(deployed);
	});

	it('never prints the password', async () => {
		const all = await Promise.all([
			deploy(['--debug', '--json']),
			runBot(bot.main, ['run', '--debug', '--log', 'json'], {
				env: { ...environment(wiki), WIKILEARN_USERNAME: 'Nobody@demo' },
			}),
			runBot(bot.main, ['run', '--debug', '--json'], {
				env: { ...environment(wiki), WIKILEARN_API_URL: 'http://127.0.0.1:9/w/api.php' },
			}),
		]);
		expect(all.map(({ code }) => code)).toEqual([0, 2, 1]);
		for (const { output } of all) expect(output).not.toContain(BOT_PASSWORD);
	}, 120_000);
});
