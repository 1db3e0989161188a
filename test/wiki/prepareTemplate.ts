import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './cacheDir.ts';
import type { WikiInstallation } from './installWiki.ts';
import { phpEnvironment, phpOptions, phpScript } from './phpCommand.ts';
import type { Progress } from './progress.ts';
import { runCommand } from './runCommand.ts';
import { runMaintenance } from './runMaintenance.ts';
import { withLock } from './withLock.ts';
import { writeWikiFolder } from './writeWikiFolder.ts';

/** The account that the installer creates: administrator, bureaucrat and interface administrator. */
export const wikiAdmin = { name: 'WikiAdmin', password: 'wiki-admin-password' } as const;

async function templateKey({ mediawikiDir, version }: WikiInstallation): Promise<string> {
	const hash = createHash('sha256').update(mediawikiDir).update(version);
	hash.update(await readFile(phpScript('LocalSettings.php')));
	hash.update(await readFile(new URL(import.meta.url)));
	return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

async function installDatabase(installation: WikiInstallation, wikiDir: string): Promise<void> {
	await mkdir(join(wikiDir, 'state/sqlite'), { recursive: true });
	// run.php exists since 1.40, and later versions require it.
	const runner = join(installation.mediawikiDir, 'maintenance/run.php');
	const script = existsSync(runner)
		? [runner, 'install']
		: [join(installation.mediawikiDir, 'maintenance/install.php')];
	const options = {
		dbtype: 'sqlite',
		dbname: 'metawiki',
		dbpath: join(wikiDir, 'state/sqlite'),
		// The installer's LocalSettings.php is not used, and kept out of MediaWiki's folder.
		confpath: join(wikiDir, 'tmp'),
		server: 'http://127.0.0.1',
		scriptpath: '/w',
		pass: wikiAdmin.password,
	};
	const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
	const env = {
		...phpEnvironment(installation, wikiDir),
		MW_CONFIG_FILE: join(wikiDir, 'tmp/LocalSettings.php'),
	};
	await runCommand(installation.php, [...(await phpOptions()), ...script, ...args, 'Meta', wikiAdmin.name], {
		env,
	});
	await runMaintenance(installation, wikiDir, 'update.php', ['--quick']);
}

/**
 * Installs an empty wiki once for this MediaWiki and these settings, below `.cache/templates/`, and returns the
 * folder of its state, from which every wiki starts. Safe to call from several processes.
 */
export async function prepareTemplate(installation: WikiInstallation, progress: Progress): Promise<string> {
	const key = await templateKey(installation);
	const template = join(cacheDir, 'templates', key);
	const state = join(template, 'state');
	if (existsSync(state)) return state;
	return withLock(join(cacheDir, 'locks', `template-${key}`), async () => {
		if (existsSync(state)) return state;
		progress(`installing an empty wiki with MediaWiki ${installation.version}`);
		await mkdir(join(cacheDir, 'templates'), { recursive: true });
		const folder = await mkdtemp(join(cacheDir, 'templates', 'new-'));
		try {
			await writeWikiFolder(folder, installation, 80, '');
			await installDatabase(installation, folder);
			await rename(folder, template);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
		return state;
	});
}
