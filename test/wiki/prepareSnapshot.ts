import { cp } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { installWiki } from './installWiki.ts';
import { makeOnce } from './makeOnce.ts';
import { prepareTemplate } from './prepareTemplate.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';

/**
 * A snapshot that several test files start from. Creates it once, on its own wiki, and returns its folder for
 * `startWiki({ snapshot })`. `inputs` is everything that `prepare` depends on (for example file contents); a change
 * of it, or of the empty wiki, creates a new one.
 */
export async function prepareSnapshot(
	name: string,
	inputs: readonly string[],
	prepare: (wiki: Wiki) => Promise<void>,
): Promise<string> {
	const template = await prepareTemplate(await installWiki(() => undefined), () => undefined);
	return makeOnce(`snapshots/${name}`, [basename(dirname(template)), ...inputs], async (folder) => {
		const wiki = await startWiki();
		try {
			await prepare(wiki);
			await cp(await wiki.snapshot('prepared'), folder, { recursive: true });
		} finally {
			await wiki.stop();
		}
	});
}
