import type { Described } from './publishPage.ts';

/** A page with a region of the bot's, and what the region should say. */
export interface WantedRegion {
	readonly title: string;
	readonly region: string;
	/** The edit summary, from what the region said before (empty: nothing) and says now. */
	readonly describe: (before: string, after: string) => Described;
	/** By whom and with which summary a region that was removed is put back: so its history is found again. */
	readonly keeper: { readonly bot: string; readonly putBack: string };
	/** The page is not made where there is none. */
	readonly onlyIfThere?: boolean;
}
