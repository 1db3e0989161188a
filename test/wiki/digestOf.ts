import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A digest of all files, with their paths, below these folders of the repository. */
export async function digestOf(folders: readonly string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const folder of folders) {
		const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name));
		for (const file of files.sort())
			hash
				.update(`${file}\0`)
				.update(await readFile(file))
				.update('\0');
	}
	return hash.digest('hex');
}
