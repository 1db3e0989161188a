import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheDir } from './cacheDir.ts';
import { installWiki } from './installWiki.ts';
import { prepareTemplate } from './prepareTemplate.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';
import { withLock } from './withLock.ts';

const snapshotsDir = join(cacheDir, 'snapshots');

/**
 * A snapshot that several test files start from. Makes it once, on a wiki of its own, and gives its folder for
 * `startWiki({ snapshot })`. `inputs` is all that `prepare` depends on (file contents, for example): a change of it, or of
 * the empty wiki, makes a new one.
 */
export async function prepareSnapshot(
	name: string,
	inputs: readonly string[],
	prepare: (wiki: Wiki) => Promise<void>,
): Promise<string> {
	const template = await prepareTemplate(await installWiki(() => undefined), () => undefined);
	const hash = createHash('sha256').update(JSON.stringify([basename(dirname(template)), inputs]));
	const folder = join(snapshotsDir, `${name}-${hash.digest('hex').slice(0, 12)}`);
	if (existsSync(folder)) return folder;
	return withLock(join(cacheDir, 'locks', `snapshot-${basename(folder)}`), async () => {
		if (!existsSync(folder)) await make(folder, prepare);
		return folder;
	});
}

async function make(folder: string, prepare: (wiki: Wiki) => Promise<void>): Promise<void> {
	await mkdir(snapshotsDir, { recursive: true });
	const fresh = await mkdtemp(join(snapshotsDir, 'new-'));
	const wiki = await startWiki();
	try {
		await prepare(wiki);
		await cp(await wiki.snapshot('prepared'), fresh, { recursive: true });
		await rename(fresh, folder);
	} finally {
		await wiki.stop();
		await rm(fresh, { recursive: true, force: true });
	}
}
