/** A line of a small chart: what, and how many. */
export interface Figure {
	readonly label: string;
	readonly count: number;
}
