/**
 * What is the same for all of a kind, made once for each kind: a page says few things and says them ten thousand times.
 *
 * @param make may look at nothing but what `kindOf` tells apart
 */
export function onceForEach<T>(kindOf: (one: T) => string, make: (one: T) => string): (one: T) => string {
	const made = new Map<string, string>();
	return (one) => {
		const kind = kindOf(one);
		const before = made.get(kind);
		if (before !== undefined) return before;
		const fresh = make(one);
		made.set(kind, fresh);
		return fresh;
	};
}
