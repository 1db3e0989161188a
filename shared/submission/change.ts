import type { Author, Revision } from '../wiki/revision.ts';

/** Who changed a page, when. */
export interface Change {
	readonly revid: number;
	/** 0: the page's first revision. */
	readonly parentid: number;
	/** ISO 8601, the wiki's clock. */
	readonly timestamp: string;
	/** Null where the user is hidden, or where hidden texts before it leave open whose change it was. */
	readonly user: Author | null;
}

export function changeOf({ revid, parentid, timestamp, user }: Revision): Change {
	return { revid, parentid, timestamp, user };
}
