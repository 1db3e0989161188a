import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { askAll } from '../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { PAGE_PARAMS, pagesIn, type Page } from '../../shared/wiki/readPages.ts';
import { SITE_PARAMS, siteIn, type Site } from '../../shared/wiki/readSite.ts';
import { PROGRAMME_PAGE } from '../programme/programmePage.ts';

/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	readonly title: string;
	/** The log's name (`rights`, `block`, `move`, …) where it is a log entry; else null. */
	readonly log: string | null;
	/** Where a page was moved to; else null. */
	readonly movedTo: string | null;
}

export interface News {
	readonly site: Site;
	readonly programmePage: Page | null;
	readonly stopPage: Page | null;
	/** Newest first; null where nobody asked for them. */
	readonly changes: readonly RecentChange[] | null;
}

const changesSchema = v.object({
	query: v.optional(
		v.object({
			recentchanges: v.optional(
				v.array(
					v.object({
						rcid: v.number(),
						title: v.optional(v.string(), ''),
						logtype: v.optional(v.string()),
						logparams: v.optional(v.looseObject({ target_title: v.optional(v.string()) })),
					}),
				),
				[],
			),
		}),
	),
});

/**
 * All that a cycle has to know first, in one request: who and where we are, the programme page, the stop page, and
 * what changed on the wiki.
 *
 * @param since ISO 8601: changes from then on; null: changes are not asked for
 * @throws WikiError
 */
export async function readNews(wiki: Wiki, stopTitle: string, since: string | null): Promise<News> {
	let news: { site: Site; pages: readonly Page[] } | null = null;
	const changes: RecentChange[] = [];
	for await (const answer of askAll(wiki, {
		action: 'query',
		...SITE_PARAMS,
		...PAGE_PARAMS,
		titles: [PROGRAMME_PAGE, stopTitle],
		...(since === null
			? {}
			: {
					list: 'recentchanges',
					rcprop: 'title|ids|loginfo',
					rctype: 'edit|new|log',
					rcend: since,
					rclimit: 'max',
				}),
	})) {
		news ??= { site: siteIn(answer), pages: pagesIn(answer) };
		for (const { rcid, title, logtype, logparams } of parseAnswer(changesSchema, answer).query
			?.recentchanges ?? []) {
			changes.push({ rcid, title, log: logtype ?? null, movedTo: logparams?.target_title ?? null });
		}
	}
	const { site, pages } = news as unknown as { site: Site; pages: readonly Page[] };
	return {
		site,
		programmePage: pages.find(({ title }) => title === PROGRAMME_PAGE) ?? null,
		stopPage: pages.find(({ title }) => title === stopTitle) ?? null,
		changes: since === null ? null : changes,
	};
}
