import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './aptInstall.ts';
import { cacheDir } from './cacheDir.ts';
import type { Progress } from './progress.ts';
import { CommandFailed } from './runCommand.ts';
import { withLock } from './withLock.ts';

/** Debian's Chromium without windows, which needs two thirds of the other's time; that one does as well. */
const shell = '/usr/bin/chromium-headless-shell';
const chromium = '/usr/bin/chromium';
/** Latin, Arabic and Hebrew, and Chinese, so that screenshots show text and no boxes. */
const packages = [
	'chromium-headless-shell',
	'fonts-dejavu-core',
	'fonts-noto-core',
	'fonts-wqy-microhei',
] as const;

/**
 * Makes sure that there is a Chromium and gives its path: `CHROMIUM` from the environment, else Debian's, which is
 * installed if missing. Throws one `Error` that says what to do where it cannot be had.
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
