import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './cacheDir.ts';
import type { WikiInstallation } from './installWiki.ts';
import { phpScript } from './phpCommand.ts';

/** The wiki's own settings. */
export async function readSettings(wikiDir: string): Promise<string> {
	return readFile(join(wikiDir, 'settings.php'), 'utf8');
}

/** Writes `settings.php`, the wiki's own settings after the common ones. PHP code without `<?php`. */
export async function writeSettings(wikiDir: string, settings: string): Promise<void> {
	await writeFile(join(wikiDir, 'settings.php'), settings);
}

/** Writes the `LocalSettings.php` with this wiki's folder and port for the common settings. */
export async function writeLocalSettings(
	wikiDir: string,
	installation: WikiInstallation,
	port: number,
): Promise<void> {
	const l10nDir = join(cacheDir, 'l10n', installation.version);
	const lines = [
		'<?php',
		`$testWiki = [ 'dir' => __DIR__, 'port' => ${port}, 'l10nDir' => ${JSON.stringify(l10nDir)} ];`,
		`require ${JSON.stringify(phpScript('LocalSettings.php'))};`,
	];
	await writeFile(join(wikiDir, 'LocalSettings.php'), lines.join('\n'));
}

/**
 * Writes a wiki's folder except `state/`, which contains exactly what a snapshot saves (databases, emails, responses
 * of globaluserinfo).
 */
export async function writeWikiFolder(
	wikiDir: string,
	installation: WikiInstallation,
	port: number,
	settings: string,
): Promise<void> {
	for (const name of ['images', 'tmp', 'public']) await mkdir(join(wikiDir, name), { recursive: true });
	await symlink(installation.mediawikiDir, join(wikiDir, 'public/w'));
	await writeSettings(wikiDir, settings);
	await writeLocalSettings(wikiDir, installation, port);
}
