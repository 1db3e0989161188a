import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GlobalAccount, TestAccount } from './account.ts';
import { writeImportXml, type ImportedPage } from './importXml.ts';
import { installWiki, type WikiInstallation } from './installWiki.ts';
import { phpScript } from './phpCommand.ts';
import { prepareTemplate } from './prepareTemplate.ts';
import type { Progress } from './progress.ts';
import { runCommand } from './runCommand.ts';
import { runMaintenance } from './runMaintenance.ts';
import { findFreePort, startPhpServer, type PhpServer } from './startPhpServer.ts';
import type { Mail, Wiki } from './wiki.ts';
import { createWikiFolder } from './wikiFolders.ts';
import { readSettings, writeLocalSettings, writeSettings, writeWikiFolder } from './writeWikiFolder.ts';

export interface StartOptions {
	/** The folder of a snapshot (from `Wiki.snapshot` or `prepareSnapshot`) to start from; default: an empty wiki. */
	readonly snapshot?: string;
	/** Default: a free port. */
	readonly port?: number;
	/** PHP code, without `<?php`, that runs after the common settings. */
	readonly settings?: string;
	readonly progress?: Progress;
}

/** Another process may take a free port before PHP does; then try the next one. */
async function startOnFreePort(
	installation: WikiInstallation,
	wikiDir: string,
	requestedPort: number | undefined,
): Promise<{ readonly port: number; readonly server: PhpServer }> {
	for (let attempt = 1; ; attempt++) {
		const port = requestedPort ?? (await findFreePort());
		await writeLocalSettings(wikiDir, installation, port);
		try {
			return { port, server: await startPhpServer(installation, wikiDir, port) };
		} catch (error) {
			if (requestedPort !== undefined || attempt === 3 || !String(error).includes('Address already in use')) {
				throw error;
			}
		}
	}
}

class RunningWiki implements Wiki {
	readonly url: string;
	readonly apiUrl: string;

	constructor(
		readonly installation: WikiInstallation,
		readonly dir: string,
		readonly port: number,
		private readonly server: PhpServer,
	) {
		this.url = `http://127.0.0.1:${port}`;
		this.apiUrl = `${this.url}/w/api.php`;
	}

	pageUrl(title: string): string {
		return `${this.url}/wiki/${encodeURIComponent(title.replaceAll(' ', '_')).replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
	}

	async snapshot(name: string): Promise<string> {
		const folder = join(this.dir, 'snapshots', name);
		await mkdir(join(this.dir, 'snapshots'), { recursive: true });
		await this.copyState(join(this.dir, 'state'), folder);
		return folder;
	}

	async restore(name: string): Promise<void> {
		const folder = name.startsWith('/') ? name : join(this.dir, 'snapshots', name);
		if (!existsSync(folder)) throw new Error(`no snapshot "${name}" of this wiki`);
		await this.copyState(folder, join(this.dir, 'state'));
	}

	async setSettings(settings: string): Promise<void> {
		// Many tests reset to no settings; that should not clear the wiki's caches.
		if (settings === (await readSettings(this.dir))) return;
		await writeSettings(this.dir, settings);
		await this.clearCaches();
	}

	async setGlobalAccounts(accounts: Readonly<Record<string, GlobalAccount>>): Promise<void> {
		const file = join(this.dir, 'state/globalAccounts.json');
		const before = existsSync(file)
			? (JSON.parse(await readFile(file, 'utf8')) as Record<string, GlobalAccount>)
			: {};
		await writeFile(file, JSON.stringify({ ...before, ...accounts }));
	}

	async createAccounts(accounts: readonly TestAccount[]): Promise<ReadonlyMap<string, number>> {
		for (const { appId, password } of accounts.flatMap((account) => account.botPasswords ?? [])) {
			if (!/^[0-9a-w]{32,}$/.test(password)) {
				throw new Error(`bot password ${appId}: must be 32 or more characters of 0-9a-w`);
			}
		}
		const output = await this.maintenance(phpScript('createAccounts.php'), [], JSON.stringify(accounts));
		await this.clearCaches();
		const ids = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
		return new Map(Object.entries(ids));
	}

	async createAccount(account: TestAccount): Promise<number> {
		const id = (await this.createAccounts([account])).get(account.name);
		if (id === undefined) throw new Error(`${account.name} was not created`);
		return id;
	}

	async importPages(
		pages: readonly ImportedPage[],
		options: { readonly links?: boolean } = {},
	): Promise<void> {
		const file = join(this.dir, 'tmp/import.xml');
		await writeFile(file, writeImportXml(pages));
		await this.maintenance('importDump.php', ['--no-updates', '--username-prefix', '', file]);
		if (options.links === true) await this.maintenance('refreshLinks.php');
		await this.maintenance('rebuildrecentchanges.php');
		await this.clearCaches();
	}

	async runJobs(): Promise<void> {
		await this.maintenance('runJobs.php');
	}

	async mails(): Promise<readonly Mail[]> {
		const file = join(this.dir, 'state/mails.jsonl');
		if (!existsSync(file)) return [];
		const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
		return lines.map((line) => JSON.parse(line) as Mail);
	}

	async maintenance(script: string, args: readonly string[] = [], input = ''): Promise<string> {
		return runMaintenance(this.installation, this.dir, script, args, input);
	}

	async stop(): Promise<void> {
		await this.server.stop();
		await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
	}

	private async copyState(from: string, to: string): Promise<void> {
		await runCommand(this.installation.php, [phpScript('copyState.php'), this.dir, from, to]);
	}

	/** APCu's entries are outdated; see router.php. */
	private async clearCaches(): Promise<void> {
		await writeFile(join(this.dir, 'generation'), crypto.randomUUID());
	}
}

/**
 * Starts a MediaWiki with its own folder and port, and installs what is missing. It ends with `stop()`, at the latest
 * with this process. Throws an `Error` with what is missing or PHP's error.
 */
export async function startWiki(options: StartOptions = {}): Promise<Wiki> {
	const progress = options.progress ?? (() => undefined);
	const installation = await installWiki(progress);
	const state = options.snapshot ?? (await prepareTemplate(installation, progress));
	const dir = await createWikiFolder();
	try {
		await cp(state, join(dir, 'state'), { recursive: true });
		await writeWikiFolder(dir, installation, options.port ?? 0, options.settings ?? '');
		const { port, server } = await startOnFreePort(installation, dir, options.port);
		return new RunningWiki(installation, dir, port, server);
	} catch (error) {
		await rm(dir, { recursive: true, force: true, maxRetries: 5 });
		throw error;
	}
}
