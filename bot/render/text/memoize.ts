/**
 * Memoizes a function: a status page repeats a few texts ten thousand times.
 *
 * @param keyOf equal for arguments that give the same result
 */
export function memoize<Args extends readonly unknown[], Result>(
	compute: (...args: Args) => Result,
	keyOf: (...args: Args) => string,
): (...args: Args) => Result {
	const results = new Map<string, { readonly result: Result }>();
	return (...args) => {
		const key = keyOf(...args);
		const cached = results.get(key);
		if (cached) return cached.result;
		const result = compute(...args);
		results.set(key, { result });
		return result;
	};
}

/** A cache key of strings and numbers; no message or name contains the separator. */
export function joinKey(...parts: readonly (string | number)[]): string {
	return parts.join('\0');
}
