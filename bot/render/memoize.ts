/**
 * A function that makes each result once: a status page says few things and says them ten thousand times.
 *
 * @param keyOf equal for arguments that give the same result
 */
export function memoize<Args extends readonly unknown[], Result>(
	make: (...args: Args) => Result,
	keyOf: (...args: Args) => string,
): (...args: Args) => Result {
	const made = new Map<string, { readonly result: Result }>();
	return (...args) => {
		const key = keyOf(...args);
		const before = made.get(key);
		if (before) return before.result;
		const result = make(...args);
		made.set(key, { result });
		return result;
	};
}

/** A key of texts and numbers; no message and no name holds its separator. */
export function keyOfParts(...parts: readonly (string | number)[]): string {
	return parts.join('\0');
}
