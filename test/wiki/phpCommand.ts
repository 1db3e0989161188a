import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir } from './cacheDir.ts';
import type { WikiInstallation } from './installWiki.ts';

const opcacheDir = join(cacheDir, 'opcache');

/** PHP settings for a fast start: compiled MediaWiki is cached on disk, shared by all wikis. */
export async function phpOptions(): Promise<readonly string[]> {
	await mkdir(opcacheDir, { recursive: true });
	const settings = [
		'memory_limit=512M',
		'display_errors=stderr',
		'log_errors=0',
		'opcache.enable=1',
		'opcache.enable_cli=1',
		`opcache.file_cache=${opcacheDir}`,
		// MediaWiki does not change while a server runs. Checking all its files takes a sixth of a short request.
		'opcache.revalidate_freq=60',
		'opcache.max_accelerated_files=20000',
	];
	return settings.flatMap((setting) => ['-d', setting]);
}

/** The environment that makes MediaWiki's scripts use the wiki in this folder. */
export function phpEnvironment(installation: WikiInstallation, wikiDir: string): NodeJS.ProcessEnv {
	return {
		PATH: process.env.PATH,
		LANG: 'C.UTF-8',
		MW_INSTALL_PATH: installation.mediawikiDir,
		MW_CONFIG_FILE: join(wikiDir, 'LocalSettings.php'),
	};
}

/** The absolute path of one of our own PHP scripts. */
export function phpScript(name: string): string {
	return fileURLToPath(new URL(`php/${name}`, import.meta.url));
}
