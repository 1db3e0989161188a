/** The stages of a cycle that may take long, in order. */
export type Stage = 'read' | 'read-changes' | 'check' | 'look-up' | 'publish' | 'notify';

/** A cycle's progress in a stage. Reported with 0 when the stage starts; not reported for an empty stage. */
export interface StageProgress {
	readonly stage: Stage;
	/** The number of pages, changes, applications or accounts processed. */
	readonly done: number;
	/** The number of all; null if unknown until everything is read. */
	readonly total: number | null;
}

export type ProgressListener = (progress: StageProgress) => void;
