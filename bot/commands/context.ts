import type { Output } from '../operations/output.ts';
import type { Environment } from '../operations/settings.ts';

/** What every command receives, besides its own options. */
export interface Context {
	readonly env: Environment;
	readonly out: Output;
	/** Aborted when the process is asked to end. */
	readonly signal: AbortSignal;
	/** If true, nothing is written. */
	readonly dryRun: boolean;
}

/** Options that commands share. */
export interface CommonOptions {
	readonly json?: boolean;
	readonly debug?: boolean;
	readonly dryRun?: boolean;
	readonly log?: 'lines' | 'json';
}
