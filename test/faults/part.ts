export interface FaultOptions {
	/** All chance comes from it, so that a run can be had again. */
	readonly seed: number;
	/** Only every so many cases is tried (1: all); or so many times fewer, where there is no list of them. */
	readonly every: number;
	/** Told of what goes on, for people who watch. */
	readonly print: (line: string) => void;
}

/** A part of the trials. It throws only where it cannot be tried at all; what is lost is counted. */
export type FaultPart = (options: FaultOptions) => Promise<readonly FaultRow[]>;
/** What was tried, how often, and what was lost: a line of the table that `npm run faults` prints. */
export interface FaultRow {
	readonly name: string;
	readonly times: number;
	/** Cases that went wrong, whatever that means there: text lost, written twice, a crash. */
	readonly lost: number;
	/** What the number of cases says nothing about; of what was lost, the first. */
	readonly detail: string;
}
