import { existsSync } from 'node:fs';
import {
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rename,
	rm,
	symlink,
	unlink,
} from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { aptDownload, aptInstall } from './aptInstall.ts';
import { cacheDir } from './cacheDir.ts';
import { findPhp, phpPackages } from './findPhp.ts';
import type { Progress } from './progress.ts';
import { CommandFailed, runCommand } from './runCommand.ts';
import { withLock } from './withLock.ts';

/** An installed MediaWiki, and the PHP that runs it. */
export interface WikiInstallation {
	/** Folder of `index.php`. Read-only. */
	readonly mediawikiDir: string;
	/** For example `1.39.17`. */
	readonly version: string;
	/** Path or name of the `php` command. */
	readonly php: string;
}

const mediawikiPackages = ['mediawiki', 'mediawiki-classes'] as const;
const unpackedDir = join(cacheDir, 'mediawiki');
const packagedMediawikiDir = join(unpackedDir, 'usr/share/mediawiki');

/** Says what is missing, why, and the alternatives. */
function describeMissing(missing: readonly string[], error: unknown): string {
	const reason = error instanceof CommandFailed ? error.output.trim().split('\n').at(-1) : String(error);
	return (
		`A test wiki needs ${missing.join(', ')}, and apt-get could not provide it (${reason ?? 'no reason given'}). ` +
		`An installed php with the extensions pdo_sqlite, mbstring, xml and intl on PATH, and MEDIAWIKI_DIR=/its/folder ` +
		`of a MediaWiki 1.39 or later, also work.`
	);
}

async function installPhp(progress: Progress): Promise<string> {
	const before = await findPhp();
	if (before.found) return before.php;
	try {
		await withLock(join(cacheDir, 'locks/apt'), () => aptInstall(phpPackages, progress));
	} catch (error) {
		throw new Error(describeMissing(before.missing, error), { cause: error });
	}
	const after = await findPhp();
	if (!after.found) throw new Error(describeMissing(after.missing, 'php lacks them after the installation'));
	return after.php;
}

/** Rewrites the package's absolute links (`/usr/share/mediawiki`, `/var/lib/mediawiki`, `/etc`) to point inside. */
async function rewriteLinks(root: string, folder = root): Promise<void> {
	for (const name of await readdir(folder)) {
		const path = join(folder, name);
		const stat = await lstat(path);
		if (stat.isDirectory()) await rewriteLinks(root, path);
		if (!stat.isSymbolicLink()) continue;
		const target = await readlink(path);
		if (!target.startsWith('/')) continue;
		await unlink(path);
		await symlink(relative(dirname(path), join(root, target)), path);
	}
}

async function unpackMediawiki(progress: Progress): Promise<void> {
	if (existsSync(packagedMediawikiDir)) return;
	await mkdir(cacheDir, { recursive: true });
	const folder = await mkdtemp(join(cacheDir, 'mediawiki-'));
	try {
		await aptDownload(mediawikiPackages, folder, progress);
		const packages = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
		progress(`unpacking ${packages.join(', ')}`);
		for (const name of packages) await runCommand('dpkg', ['-x', join(folder, name), join(folder, 'root')]);
		await rewriteLinks(join(folder, 'root'));
		await rename(join(folder, 'root'), unpackedDir);
	} catch (error) {
		throw new Error(describeMissing(mediawikiPackages, error), { cause: error });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function readVersion(mediawikiDir: string): Promise<string> {
	const file = join(mediawikiDir, 'includes/Defines.php');
	const source = existsSync(file) ? await readFile(file, 'utf8') : '';
	const version = /define\(\s*'MW_VERSION',\s*'([^']+)'/.exec(source)?.[1];
	if (version === undefined) throw new Error(`${mediawikiDir} is not the folder of a MediaWiki`);
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major === 1 && minor < 39) {
		throw new Error(`MediaWiki ${version} in ${mediawikiDir} is too old: 1.39 or later is required`);
	}
	return version;
}

async function provideMediawiki(progress: Progress): Promise<string> {
	const configuredDir = process.env.MEDIAWIKI_DIR;
	if (configuredDir !== undefined && configuredDir !== '') return resolve(configuredDir);
	if (!existsSync(packagedMediawikiDir)) {
		await withLock(join(cacheDir, 'locks/mediawiki'), () => unpackMediawiki(progress));
	}
	return packagedMediawikiDir;
}

/**
 * Ensures that PHP and MediaWiki are available. Debian's packages provide what is missing: PHP is installed,
 * MediaWiki is only unpacked below `.cache/` (installing it would start Apache). `MEDIAWIKI_DIR` selects another
 * MediaWiki, 1.39 or later. Idempotent, and safe to call from several processes. Throws an `Error` that says what is
 * missing.
 */
export async function installWiki(progress: Progress): Promise<WikiInstallation> {
	const php = await installPhp(progress);
	const mediawikiDir = await provideMediawiki(progress);
	return { php, mediawikiDir, version: await readVersion(mediawikiDir) };
}
