import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import type { CycleCache } from './cycleCache.ts';
import { digestOf, FORMAT } from './format.ts';

/**
 * Keeps the bookmark in a file for the next run. The old one is there until the new one is whole.
 *
 * @throws Error of node:fs
 */
export async function writeBookmark(file: string, bookmark: CycleCache): Promise<void> {
	const text = JSON.stringify(bookmark, (_, value: unknown) =>
		value instanceof Map
			? { map: [...(value as Map<unknown, unknown>)] }
			: value instanceof Set
				? { set: [...(value as Set<unknown>)] }
				: value,
	);
	const fresh = `${file}.${randomUUID()}`;
	await writeFile(fresh, `${JSON.stringify({ format: FORMAT, digest: digestOf(text) })}\n${text}\n`);
	await rename(fresh, file);
}
