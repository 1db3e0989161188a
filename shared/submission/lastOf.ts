/** The last one of a list that is never empty. */
export function lastOf<T>(items: readonly [T, ...T[]]): T {
	return items[items.length - 1] ?? items[0];
}
