import * as v from 'valibot';

/** A revision without its text, from `prop=revisions` with {@link META_PARAMS}. */
export interface RevisionMeta {
	readonly revid: number;
	/** 0 for the page's first revision. */
	readonly parentid: number;
	/** ISO 8601, by the wiki's clock. */
	readonly timestamp: string;
	/** Null if the user is hidden (revision deletion, suppression). */
	readonly user: Author | null;
	/** The edit summary; null if it is hidden. */
	readonly comment: string | null;
	/** In bytes. Known even if the text is hidden. */
	readonly size: number;
	readonly tags: readonly string[];
}

/** A revision from `prop=revisions` with {@link REVISION_PARAMS}. */
export interface Revision extends RevisionMeta {
	/** Null if the text is hidden. */
	readonly text: string | null;
}

/** `id` is 0 for IP addresses and for users imported without an account. */
export interface Author {
	readonly id: number;
	readonly name: string;
}

export const META_PARAMS = { rvprop: 'ids|timestamp|user|userid|comment|size|tags' } as const;
export const REVISION_PARAMS = { rvprop: `${META_PARAMS.rvprop}|content`, rvslots: 'main' } as const;

export const revisionSchema = v.pipe(
	v.object({
		revid: v.number(),
		parentid: v.optional(v.number(), 0),
		timestamp: v.optional(v.string(), ''),
		user: v.optional(v.string()),
		userid: v.optional(v.number(), 0),
		userhidden: v.optional(v.boolean(), false),
		comment: v.optional(v.string()),
		commenthidden: v.optional(v.boolean(), false),
		size: v.optional(v.number(), 0),
		tags: v.optional(v.array(v.string()), []),
		slots: v.optional(v.object({ main: v.optional(v.object({ content: v.optional(v.string()) })) })),
	}),
	v.transform((raw): Revision => ({
		revid: raw.revid,
		parentid: raw.parentid,
		timestamp: raw.timestamp,
		user: raw.user === undefined || raw.userhidden ? null : { id: raw.userid, name: raw.user },
		comment: raw.commenthidden ? null : (raw.comment ?? null),
		size: raw.size,
		tags: raw.tags,
		text: raw.slots?.main?.content ?? null,
	})),
);
