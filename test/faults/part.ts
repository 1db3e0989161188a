import type { Row } from './row.ts';

export interface FaultOptions {
	/** All chance comes from it, so that a run can be had again. */
	readonly seed: number;
	/** Only every so many cases is tried (1: all); or so many times fewer, where there is no list of them. */
	readonly every: number;
	/** Told of what goes on, for people who watch. */
	readonly tell: (line: string) => void;
}

/** A part of the trials. It throws only where it cannot be tried at all; what is lost is counted. */
export type FaultPart = (options: FaultOptions) => Promise<readonly Row[]>;
