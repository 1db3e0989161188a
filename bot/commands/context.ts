import type { Output } from '../operations/output.ts';
import type { Environment } from '../operations/settings.ts';

/** What a command is given besides its own options. */
export interface Context {
	readonly env: Environment;
	readonly out: Output;
	/** Says that somebody asked the process to end. */
	readonly signal: AbortSignal;
	/** Whether nothing may be written. */
	readonly dryRun: boolean;
}

/** Options that commands share. */
export interface CommonOptions {
	readonly json?: boolean;
	readonly debug?: boolean;
	readonly dryRun?: boolean;
	readonly log?: 'lines' | 'json';
}
