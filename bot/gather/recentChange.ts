/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	/** The revision that it made; 0 where it made none. */
	readonly revid: number;
	readonly title: string;
	/** The log's name (`rights`, `block`, `move`, …) where it is a log entry; else null. */
	readonly log: string | null;
	/** Other pages that a log entry is about: where a page was moved to, or its history merged into. */
	readonly otherTitles: readonly string[];
	/** The old and the new name of a renamed account. */
	readonly renamed: readonly string[];
	/** Who did it; empty where that is hidden. */
	readonly user: string;
	/** ISO 8601. */
	readonly timestamp: string;
	/** The edit summary; empty where that is hidden. */
	readonly comment: string;
}
