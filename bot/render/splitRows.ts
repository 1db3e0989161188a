/** Minimum rows per part. Parts stay small enough for phones and for the wiki's template limits. */
const MIN_ROWS = 150;
const MAX_ROWS = 400;
/** After the minimum, one row in this many ends a part. */
const CUT_FREQUENCY = 60;

/**
 * Splits a list that grows at its end into parts. A part's end is determined by the hash of its last row's id, not by
 * position, so a row that disappears from or is added to one part does not shift the others.
 *
 * @param idOf a stable number of a row, such as a revision id
 * @returns at least one part, which may be empty
 */
export function splitRows<T>(rows: readonly T[], idOf: (row: T) => number): readonly (readonly T[])[] {
	const parts: (readonly T[])[] = [];
	let start = 0;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as T;
		const length = index + 1 - start;
		if (length < MAX_ROWS && (length < MIN_ROWS || hashId(idOf(row)) % CUT_FREQUENCY !== 0)) continue;
		parts.push(rows.slice(start, index + 1));
		start = index + 1;
	}
	if (start < rows.length || parts.length === 0) parts.push(rows.slice(start));
	return parts;
}

/** Spreads consecutive ids (the finalizer of MurmurHash3). */
function hashId(id: number): number {
	let hash = id | 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
