export interface FaultOptions {
	/** The random seed, which makes a run reproducible. */
	readonly seed: number;
	/** Tries every nth case (1: all); without a list of cases, divides their number by n. */
	readonly every: number;
	/** Called with progress lines. */
	readonly print: (line: string) => void;
}

/** A part of the trials. Throws only if it cannot run at all; losses are counted. */
export type FaultPart = (options: FaultOptions) => Promise<readonly FaultRow[]>;
/** A row of the table that `npm run faults` prints. */
export interface FaultRow {
	readonly name: string;
	readonly times: number;
	/** The number of failed cases, for example lost text, duplicate writes, crashes. */
	readonly lost: number;
	/** Details besides the count; for losses, the first one. */
	readonly detail: string;
}
