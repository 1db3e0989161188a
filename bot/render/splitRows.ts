/** A part has room for these many rows: few enough for a phone and for the wiki's limits on templates. */
const MIN_ROWS = 150;
const MAX_ROWS = 400;
/** One row in so many may end a part, once it has the fewest. */
const CUT_FREQUENCY = 60;

/**
 * Cuts a list that grows at its end into parts. Where a part ends is told by its last row's own number and not by
 * counting from the start, so a row that vanishes or comes to light in one part leaves the other parts as they are.
 *
 * @param idOf a number that a row keeps, such as a revision id
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

/** Neighbouring numbers give unlike ones (the finalizer of MurmurHash3). */
function hashId(id: number): number {
	let hash = id | 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
