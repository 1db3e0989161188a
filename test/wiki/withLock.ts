import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Does the work while holding a lock file. The kernel holds the lock (via util-linux's `flock`), so it is released
 * however this process ends.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	await mkdir(dirname(file), { recursive: true });
	const holder = spawn('flock', [file, 'sh', '-c', 'echo locked; cat'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	await Promise.race([
		once(holder.stdout, 'data'),
		once(holder, 'exit').then(() => {
			throw new Error(`cannot lock ${file}`);
		}),
	]);
	try {
		return await work();
	} finally {
		holder.stdin.end();
		if (holder.exitCode === null) await once(holder, 'exit');
	}
}
