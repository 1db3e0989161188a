import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import type { Keeper } from './wantedRegion.ts';

/** `new`: the bot never wrote this page. `removed`: its region was there once. `removed-again`: it was put back before. */
export type RegionHistory = 'new' | 'removed' | 'removed-again';

const historySchema = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				revisions: v.optional(
					v.array(v.object({ userid: v.optional(v.number(), 0), comment: v.optional(v.string(), '') })),
					[],
				),
			}),
		),
	}),
});

/**
 * What happened to the region of a page that has none, from the page's history: the bot remembers nothing that the
 * wiki does not. Looks at the newest 500 revisions (5,000 with `apihighlimits`), without their texts.
 *
 * @throws WikiError
 */
export async function regionHistory(
	wiki: Wiki,
	title: string,
	{ bot, putBack }: Keeper,
): Promise<RegionHistory> {
	const answer = await wiki.ask({
		action: 'query',
		prop: 'revisions',
		titles: title,
		rvprop: 'userid|comment',
		rvlimit: 'max',
	});
	const { pages } = parseAnswer(historySchema, answer).query;
	const byBot = pages.flatMap(({ revisions }) => revisions).filter(({ userid }) => userid === bot.id);
	if (byBot.length === 0) return 'new';
	return byBot.some(({ comment }) => comment === putBack) ? 'removed-again' : 'removed';
}
