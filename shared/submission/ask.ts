import type { Change } from './change.ts';

/** A section of a talk page that asks to apply and holds no application. */
export interface Ask {
	/** The heading's wikitext. */
	readonly heading: string;
	/** The change that added the section: its user asks. */
	readonly added: Change;
	/** Whether the bot has answered it, or must not: the page says `{{nobots}}`. */
	readonly answered: boolean;
}
