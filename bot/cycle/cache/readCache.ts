import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { CycleCache } from './cycleCache.ts';
import { digestOf, FORMAT } from './format.ts';

const headSchema = v.object({ format: v.literal(FORMAT), digest: v.string() });
const mapSchema = v.strictObject({ map: v.array(v.tuple([v.unknown(), v.unknown()])) });
const setSchema = v.strictObject({ set: v.array(v.unknown()) });

/**
 * The bookmark in a file, exactly as {@link writeBookmark} left it; null where there is none, or one of another
 * version, or a broken one. It is a cache, so that nothing about it is an error.
 *
 * @param wikiId the wiki's database name: the bookmark of another wiki is null
 */
export async function readBookmark(file: string, wikiId: string): Promise<CycleCache | null> {
	try {
		const [head = '', text = ''] = (await readFile(file, 'utf8')).split('\n');
		const { digest } = v.parse(headSchema, JSON.parse(head));
		if (digest !== digestOf(text)) return null;
		// The digest says that this is what was written, the format that it was written by this code.
		const bookmark = JSON.parse(text, (_, value: unknown) => {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
			const map = 'map' in value ? v.safeParse(mapSchema, value) : null;
			const set = 'set' in value ? v.safeParse(setSchema, value) : null;
			if (set?.success) return new Set(set.output.set);
			// Answers are asked for by any name, `constructor` for example: no prototype may answer.
			return map?.success ? new Map(map.output.map) : Object.assign(Object.create(null) as object, value);
		}) as CycleCache;
		return bookmark.wikiId === wikiId ? bookmark : null;
	} catch {
		return null;
	}
}
