import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';

/** One edit of a page, without its text. */
export interface Edit {
	readonly revid: number;
	/** 0: the page's first. */
	readonly parentid: number;
	/** ISO 8601, the wiki's clock. */
	readonly timestamp: string;
	/** Empty where hidden. */
	readonly user: string;
	readonly summary: string;
	/** Of the text; null where that is hidden. */
	readonly sha1: string | null;
}

const answerSchema = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				revisions: v.optional(
					v.array(
						v.object({
							revid: v.number(),
							parentid: v.number(),
							timestamp: v.string(),
							user: v.optional(v.string(), ''),
							comment: v.optional(v.string(), ''),
							sha1: v.optional(v.string()),
						}),
					),
					[],
				),
			}),
		),
	}),
});

/** A page's last 50 edits, newest first; none where there is no page. @throws WikiError */
export async function readEdits(wiki: Wiki, title: string): Promise<readonly Edit[]> {
	const answer = await wiki.ask({
		action: 'query',
		prop: 'revisions',
		titles: title,
		rvprop: 'ids|timestamp|user|comment|sha1',
		rvlimit: 50,
	});
	const revisions = parseAnswer(answerSchema, answer).query.pages[0]?.revisions ?? [];
	return revisions.map(({ comment, sha1, ...edit }) => ({ ...edit, summary: comment, sha1: sha1 ?? null }));
}
