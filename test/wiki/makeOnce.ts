import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './cacheDir.ts';
import { withLock } from './withLock.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A read-only folder shared by several processes. It is created once per version of `inputs`, which must contain
 * everything that it depends on. Old ones are removed after a day, as they may be in use.
 */
export async function makeOnce(
	name: string,
	inputs: readonly string[],
	make: (folder: string) => Promise<void>,
): Promise<string> {
	const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 12);
	const all = join(cacheDir, name);
	const folder = join(all, hash);
	if (existsSync(folder)) return folder;
	return withLock(join(cacheDir, 'locks', `${name}-${hash}`), async () => {
		if (existsSync(folder)) return folder;
		await mkdir(all, { recursive: true });
		await removeOld(all);
		const fresh = await mkdtemp(join(all, 'new-'));
		try {
			await make(fresh);
			await rename(fresh, folder);
		} finally {
			await rm(fresh, { recursive: true, force: true });
		}
		return folder;
	});
}

async function removeOld(all: string): Promise<void> {
	for (const name of await readdir(all)) {
		const folder = join(all, name);
		const { mtimeMs } = await stat(folder);
		if (Date.now() - mtimeMs > DAY) await rm(folder, { recursive: true, force: true });
	}
}
