import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './aptInstall.ts';
import { cacheDir } from './cacheDir.ts';
import type { Progress } from './progress.ts';
import { CommandFailed } from './runCommand.ts';
import { withLock } from './withLock.ts';

/** Debian's headless Chromium takes two thirds of the time of the full one, which works as well. */
const shell = '/usr/bin/chromium-headless-shell';
const chromium = '/usr/bin/chromium';
/** Fonts for Latin, Arabic, Hebrew and Chinese, for readable screenshots. */
const packages = [
	'chromium-headless-shell',
	'fonts-dejavu-core',
	'fonts-noto-core',
	'fonts-wqy-microhei',
] as const;

/**
 * Returns the path of Chromium: `CHROMIUM` from the environment, or Debian's, which is installed if missing. Throws
 * an `Error` with instructions if it is unavailable.
 */
export async function installChromium(progress: Progress): Promise<string> {
	const configuredPath = process.env.CHROMIUM;
	if (configuredPath !== undefined && configuredPath !== '') return configuredPath;
	const there = [shell, chromium].find((path) => existsSync(path));
	if (there !== undefined) return there;
	try {
		await withLock(join(cacheDir, 'locks/apt'), () => aptInstall(packages, progress));
	} catch (error) {
		const reason = error instanceof CommandFailed ? error.output.trim().split('\n').at(-1) : String(error);
		throw new Error(
			`Browser tests need chromium-headless-shell, and apt-get could not provide it (${reason ?? 'no reason given'}). ` +
				`CHROMIUM=/path/to/chromium names an installed one.`,
			{ cause: error },
		);
	}
	return shell;
}
