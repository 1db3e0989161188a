/** The stages of a cycle that can take long, in their order. */
export type Stage = 'read' | 'read-changes' | 'check' | 'look-up' | 'save' | 'tell';

/** How far a cycle is in one of its stages. Told with 0 when the stage begins, and not at all where it has nothing to do. */
export interface StageProgress {
	readonly stage: Stage;
	/** How many pages, changes, applications or accounts are done. */
	readonly done: number;
	/** Of how many; null where nobody knows before all are read. */
	readonly total: number | null;
}

export type ProgressListener = (progress: StageProgress) => void;
