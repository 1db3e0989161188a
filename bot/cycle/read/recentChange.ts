/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	/** The revision that it made; 0 where it made none. */
	readonly revid: number;
	readonly title: string;
	/** The page's id; 0: none. */
	readonly pageid: number;
	/** The log's name (`rights`, `block`, `move`, …) where it is a log entry; else null. */
	readonly log: string | null;
	/** Other pages that a log entry is about: where a page was moved to, or its history merged into. */
	readonly otherTitles: readonly string[];
	/** The old and the new name of a renamed account. */
	readonly renamed: readonly string[];
	/** Who did it; empty where that is hidden. */
	readonly user: string;
	/** 0: no account, or hidden. */
	readonly userid: number;
	readonly minor: boolean;
	/** ISO 8601. */
	readonly timestamp: string;
	/** The edit summary; undefined where that is hidden. */
	readonly comment: string | undefined;
}
