/** A page that the project keeps on the wiki. */
export interface OwnPage {
	readonly title: string;
	readonly text: string;
	/**
	 * `whole`: the page is ours. `definition`: our lines of `MediaWiki:Gadgets-definition`, among other people's.
	 * `if-missing`: made once, then the community's.
	 */
	readonly how: 'whole' | 'definition' | 'if-missing';
	/** A course page: the id of the course whose form appears there. */
	readonly mount?: string;
}
