import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';

/** Who reviews, where. */
export interface Reviewing {
	readonly programme: Programme;
	/** The reviewer's name. */
	readonly account: string;
	readonly wiki: Wiki;
}
