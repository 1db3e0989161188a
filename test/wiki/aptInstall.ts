import { CommandFailed, runCommand } from './runCommand.ts';
import type { Progress } from './progress.ts';

const aptOptions = ['-q', '-o', 'DPkg::Lock::Timeout=300'];

async function asRoot(args: readonly string[]): Promise<string> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	if (process.getuid?.() === 0) return runCommand('apt-get', args, { env });
	return runCommand('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], { env });
}

/** Runs apt-get; if package lists are missing or outdated, updates them and retries once. */
async function retryWithFreshLists<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof CommandFailed) || error.exitCode === null) throw error;
		await asRoot([...aptOptions, 'update']);
		return work();
	}
}

/** Installs Debian packages without recommended ones. Needs root or `sudo -n`. Throws `CommandFailed`. */
export async function aptInstall(packages: readonly string[], progress: Progress): Promise<void> {
	progress(`apt-get install ${packages.join(' ')}`);
	await retryWithFreshLists(() =>
		asRoot([...aptOptions, 'install', '-y', '--no-install-recommends', ...packages]),
	);
}

/** Downloads Debian packages to a folder without installing them. Throws `CommandFailed`. */
export async function aptDownload(
	packages: readonly string[],
	folder: string,
	progress: Progress,
): Promise<void> {
	progress(`apt-get download ${packages.join(' ')}`);
	const args = ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...packages];
	await retryWithFreshLists(() => runCommand('apt-get', args, { cwd: folder }));
}
