import { randomUUID } from 'node:crypto';
import { rename, writeFile, readFile } from 'node:fs/promises';
import type { CycleCache } from './cycleCache.ts';
import { sha256 } from './sha256.ts';
import * as v from 'valibot';

/**
 * Writes the cache for the next run. Atomic: the old file remains until the new one is complete.
 *
 * @throws Error of node:fs
 */
export async function writeCache(file: string, cache: CycleCache): Promise<void> {
	const text = JSON.stringify(cache, (_, value: unknown) =>
		value instanceof Map
			? { map: [...(value as Map<unknown, unknown>)] }
			: value instanceof Set
				? { set: [...(value as Set<unknown>)] }
				: value,
	);
	const temporaryFile = `${file}.${randomUUID()}`;
	await writeFile(
		temporaryFile,
		`${JSON.stringify({ format: CACHE_FORMAT, digest: sha256(text) })}\n${text}\n`,
	);
	await rename(temporaryFile, file);
}

/** Increment whenever {@link CycleCache}, or anything in it or its meaning, changes. */
const CACHE_FORMAT = 9;

const HEADER_SCHEMA = v.object({ format: v.literal(CACHE_FORMAT), digest: v.string() });
const MAP_SCHEMA = v.strictObject({ map: v.array(v.tuple([v.unknown(), v.unknown()])) });
const SET_SCHEMA = v.strictObject({ set: v.array(v.unknown()) });
/**
 * Reads the cache exactly as {@link writeCache} wrote it; null if it is missing, broken or in another format. As it
 * is only a cache, no problem with it is an error.
 *
 * @param wikiId the wiki's database name: the cache of another wiki is ignored
 */
export async function readCache(file: string, wikiId: string): Promise<CycleCache | null> {
	try {
		const [head = '', text = ''] = (await readFile(file, 'utf8')).split('\n');
		const { digest } = v.parse(HEADER_SCHEMA, JSON.parse(head));
		if (digest !== sha256(text)) return null;
		// The digest ensures the content, the format that this code wrote it.
		const cache = JSON.parse(text, (_, value: unknown) => {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
			const map = 'map' in value ? v.safeParse(MAP_SCHEMA, value) : null;
			const set = 'set' in value ? v.safeParse(SET_SCHEMA, value) : null;
			if (set?.success) return new Set(set.output.set);
			// Looked up by arbitrary keys, for example `constructor`: avoid prototype properties.
			return map?.success ? new Map(map.output.map) : Object.assign(Object.create(null) as object, value);
		}) as CycleCache;
		return cache.wikiId === wikiId ? cache : null;
	} catch {
		return null;
	}
}
