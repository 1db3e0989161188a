import { randomUUID, createHash } from 'node:crypto';
import { rename, writeFile, readFile } from 'node:fs/promises';
import type { CycleCache } from './cycleCache.ts';
import * as v from 'valibot';

/**
 * Keeps the bookmark in a file for the next run. The old one is there until the new one is whole.
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

/** To be counted up whenever {@link CycleCache} or anything in it, or what it means, changes. */
const CACHE_FORMAT = 8;
function sha256(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}

const HEADER_SCHEMA = v.object({ format: v.literal(CACHE_FORMAT), digest: v.string() });
const MAP_SCHEMA = v.strictObject({ map: v.array(v.tuple([v.unknown(), v.unknown()])) });
const SET_SCHEMA = v.strictObject({ set: v.array(v.unknown()) });
/**
 * The bookmark in a file, exactly as {@link writeBookmark} left it; null where there is none, or one of another
 * version, or a broken one. It is a cache, so that nothing about it is an error.
 *
 * @param wikiId the wiki's database name: the bookmark of another wiki is null
 */
export async function readCache(file: string, wikiId: string): Promise<CycleCache | null> {
	try {
		const [head = '', text = ''] = (await readFile(file, 'utf8')).split('\n');
		const { digest } = v.parse(HEADER_SCHEMA, JSON.parse(head));
		if (digest !== sha256(text)) return null;
		// The digest says that this is what was written, the format that it was written by this code.
		const cache = JSON.parse(text, (_, value: unknown) => {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
			const map = 'map' in value ? v.safeParse(MAP_SCHEMA, value) : null;
			const set = 'set' in value ? v.safeParse(SET_SCHEMA, value) : null;
			if (set?.success) return new Set(set.output.set);
			// Answers are asked for by any name, `constructor` for example: no prototype may answer.
			return map?.success ? new Map(map.output.map) : Object.assign(Object.create(null) as object, value);
		}) as CycleCache;
		return cache.wikiId === wikiId ? cache : null;
	} catch {
		return null;
	}
}
