/** A page of the demo's wiki, by what it is. */
export type Place = 'course' | 'application' | 'review' | 'status';

/** What somebody does on a page before it is looked at. */
type Action = 'answer everything';

/** How the page is looked at. */
export type View = 'wide' | 'phone';

/** One picture for the documents. */
export interface Shot {
	/** The file, from the repository's root. */
	readonly file: `${'gadget' | 'bot'}/screenshots/${string}.webp`;
	readonly place: Place;
	/** What must be there before anything is done, as a CSS selector. */
	readonly ready?: string;
	/** Whose browser it is; nobody is logged in if left out. */
	readonly account?: string;
	readonly view: View;
	readonly actions?: readonly Action[];
	/** The part of the page that is shown, as a CSS selector: the first such element. */
	readonly of: string;
	/** CSS pixels from its top; all of it if left out. */
	readonly height?: number;
}
