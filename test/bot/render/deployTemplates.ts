import { readdir, readFile } from 'node:fs/promises';
import type { Wiki } from '../../wiki/wiki.ts';

const folder = new URL('../../../bot/deploy/pages/', import.meta.url);

/** Brings the project's templates to a wiki, as files named after them, and without the line break that edits lose. */
export async function deployTemplates(wiki: Wiki): Promise<void> {
	const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.wikitext'));
	const pages = await Promise.all(
		files.map(async (file) => ({
			title: file.replace('/', ':').replace(/\.wikitext$/, ''),
			revisions: [
				{
					user: '127.0.0.1',
					timestamp: '2021-01-01T00:00:00Z',
					text: (
						await readFile(new URL(file.split('/').map(encodeURIComponent).join('/'), folder), 'utf8')
					).trimEnd(),
				},
			],
		})),
	);
	await wiki.importPages(pages);
}
