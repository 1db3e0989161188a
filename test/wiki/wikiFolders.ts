import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './cacheDir.ts';

const wikisDir = join(cacheDir, 'wikis');

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: the process exists, owned by another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Removes the folders of wikis whose process has ended. Their servers ended with it. */
async function removeStaleFolders(): Promise<void> {
	for (const name of await readdir(wikisDir)) {
		if (!isAlive(Number(name.split('-')[0]))) {
			await rm(join(wikisDir, name), { recursive: true, force: true, maxRetries: 5 });
		}
	}
}

/** Creates an empty folder for a wiki of this process (named by process id), and removes those of ended ones. */
export async function createWikiFolder(): Promise<string> {
	await mkdir(wikisDir, { recursive: true });
	await removeStaleFolders();
	return mkdtemp(join(wikisDir, `${process.pid}-`));
}
