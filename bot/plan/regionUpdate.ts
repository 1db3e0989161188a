/** A page with a bot region, and the region's new content. */
export interface RegionUpdate {
	readonly title: string;
	readonly region: string;
	readonly summary: string;
	/** Whether the bot owns the whole page: then it restores the region and the page if removed. */
	readonly isOwnPage: boolean;
	/** If true, the page is not created. */
	readonly onlyIfExists?: boolean;
}
