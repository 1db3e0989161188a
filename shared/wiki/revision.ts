import * as v from 'valibot';

/** A revision as `prop=revisions` gives it with {@link REVISION_PARAMS}. */
export interface Revision {
	readonly revid: number;
	/** 0: the page's first. */
	readonly parentid: number;
	/** ISO 8601, the wiki's clock. */
	readonly timestamp: string;
	/** Null where the user is hidden (revision deletion, suppression). */
	readonly user: Author | null;
	/** Null where the text is hidden. */
	readonly text: string | null;
	readonly tags: readonly string[];
}

/** `id` is 0 for IP addresses and for users imported without an account. */
export interface Author {
	readonly id: number;
	readonly name: string;
}

export const REVISION_PARAMS = {
	rvprop: 'ids|timestamp|user|userid|content|tags',
	rvslots: 'main',
} as const;

export const revisionSchema = v.pipe(
	v.object({
		revid: v.number(),
		parentid: v.optional(v.number(), 0),
		timestamp: v.optional(v.string(), ''),
		user: v.optional(v.string()),
		userid: v.optional(v.number(), 0),
		userhidden: v.optional(v.boolean(), false),
		tags: v.optional(v.array(v.string()), []),
		slots: v.optional(v.object({ main: v.optional(v.object({ content: v.optional(v.string()) })) })),
	}),
	v.transform((raw): Revision => ({
		revid: raw.revid,
		parentid: raw.parentid,
		timestamp: raw.timestamp,
		user: raw.user === undefined || raw.userhidden ? null : { id: raw.userid, name: raw.user },
		text: raw.slots?.main?.content ?? null,
		tags: raw.tags,
	})),
);
