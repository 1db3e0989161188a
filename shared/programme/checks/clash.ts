import type { Place } from '../loose.ts';
import { textOf } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { showValue } from '../showValue.ts';
import { writePath } from '../writePath.ts';

/** A value that is right by itself but not beside the others. */
export function clash(place: Place, expected: string, hint: string, example = ''): Problem {
	return { path: writePath(place.steps), found: showValue(place.value), expected, example, hint };
}

/** Texts of which each must be different; `same` makes equal what counts as equal. */
export function checkDistinct(
	places: readonly Place[],
	expected: string,
	same: (text: string) => string = (text) => text,
): readonly Problem[] {
	const first = new Map<string, Place>();
	return places.flatMap((place) => {
		const text = textOf(place);
		if (text === null) return [];
		const earlier = first.get(same(text));
		if (!earlier) first.set(same(text), place);
		return earlier ? [clash(place, expected, `It stands at ${writePath(earlier.steps)} already.`)] : [];
	});
}
