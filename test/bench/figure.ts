/** One thing that was measured. */
export interface Figure {
	/** What was done. */
	readonly name: string;
	/** With how many applications or people; null where that says nothing. */
	readonly n: number | null;
	readonly value: number;
	readonly unit: Unit;
	/** At most this, or null: nothing was promised. */
	readonly budget: number | null;
	/** The fewest that the API's limits allow; null where that is not known. */
	readonly floor: number | null;
}

/** `requests` are those that are neither `edits` nor `look-ups` (of one global account each). */
export const units = ['requests', 'look-ups', 'edits', 'bytes', 'ms', 'MB', 'times'] as const;
type Unit = (typeof units)[number];

export function figure(
	name: string,
	n: number | null,
	value: number,
	unit: Unit,
	limits: Partial<Pick<Figure, 'budget' | 'floor'>> = {},
): Figure {
	return { name, n, value: rounded(value), unit, budget: null, floor: null, ...limits };
}

export function isWithin({ value, budget }: Pick<Figure, 'value' | 'budget'>): boolean {
	return budget === null || value <= budget;
}

function rounded(value: number): number {
	return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
