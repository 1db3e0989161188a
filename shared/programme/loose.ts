/*
 * Reading a value whose schema may not hold: cross-checks say what they can about the parts that are right, so that
 * all problems come at once.
 */

export interface Place {
	readonly steps: readonly (string | number)[];
	readonly value: unknown;
}

/** The value under a key; undefined where there is none. */
export function member(place: Place, key: string): Place {
	const { value } = place;
	const own = typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key);
	return {
		steps: [...place.steps, key],
		value: own ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
	};
}

/** The items of a list; none where there is no list. */
export function items(place: Place): readonly Place[] {
	const list: readonly unknown[] = Array.isArray(place.value) ? place.value : [];
	return list.map((value, index) => ({ steps: [...place.steps, index], value }));
}

export function textOf(place: Place): string | null {
	return typeof place.value === 'string' ? place.value : null;
}

export function numberOf(place: Place): number | null {
	return typeof place.value === 'number' ? place.value : null;
}
