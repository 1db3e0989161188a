import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { LogWriter } from './createLogWriter.ts';

/** Who reviews, where. */
export interface Reviewing {
	/** As it travels with the gadget: for what is shown before the wiki was asked. */
	readonly programme: Programme;
	/** The reader's name. */
	readonly account: string;
	/** The reader's user id. */
	readonly id: number;
	readonly wiki: Wiki;
	readonly write: LogWriter;
}
