/** A page with a region of the bot's, and what the region should say. */
export interface RegionUpdate {
	readonly title: string;
	readonly region: string;
	readonly summary: string;
	/** Whether the whole page is the bot's: then its region is always put back, and the page as well. */
	readonly isOwnPage: boolean;
	/** The page is not made where there is none. */
	readonly onlyIfExists?: boolean;
}
