import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { queryAll, parseResponse } from './response.ts';
import { PAGE_PARAMS, parsePages, type Page } from './readPages.ts';

/** A talk page, and what can prevent edits to it. */
export interface TalkPage {
	readonly title: string;
	/** Null if it does not exist. */
	readonly page: Page | null;
	/** Whether only administrators (or even fewer people) can edit or create it. */
	readonly isProtected: boolean;
	/** Whether it is in the category of users who opted out of messages. */
	readonly optedOut: boolean;
	/** Whether its content model is wikitext, and not a discussion board's. */
	readonly isWikitext: boolean;
}

const talkSchema = v.object({
	query: v.optional(
		v.object({
			pages: v.optional(
				v.array(
					v.object({
						title: v.string(),
						contentmodel: v.optional(v.string()),
						protection: v.optional(v.array(v.object({ type: v.string(), level: v.string() }))),
						categories: v.optional(v.array(v.unknown()), []),
					}),
				),
				[],
			),
		}),
	),
});

/** Restriction levels that established accounts satisfy. */
const OPEN_LEVELS: readonly string[] = ['', 'autoconfirmed', 'editsemiprotected', 'user'];

/**
 * Reads talk pages with all that decides whether a notice may go there.
 *
 * @param titles as the wiki writes them, at most as many as a request may name
 * @param optOutCategory the category's title
 * @param extraParams another list to ask for in the same breath; its answers are handed to `also`
 * @throws WikiError
 */
export async function readTalkPages(
	wiki: Wiki,
	titles: readonly string[],
	optOutCategory: string,
	extraParams: Params,
	onResponse: (response: ApiResponse) => void,
): Promise<ReadonlyMap<string, TalkPage>> {
	const pages = new Map<string, TalkPage>();
	for await (const response of queryAll(wiki, {
		action: 'query',
		titles,
		...PAGE_PARAMS,
		prop: 'revisions|info|categories',
		inprop: 'protection',
		clcategories: optOutCategory,
		cllimit: 'max',
		...extraParams,
	})) {
		onResponse(response);
		const pagesByTitle = new Map(parsePages(response).map((page) => [page.title, page]));
		for (const talkPage of parseResponse(talkSchema, response).query?.pages ?? []) {
			const previous = pages.get(talkPage.title);
			const restrictions = (talkPage.protection ?? []).filter(
				({ type }) => type === 'edit' || type === 'create',
			);
			pages.set(talkPage.title, {
				title: talkPage.title,
				page: pagesByTitle.get(talkPage.title) ?? previous?.page ?? null,
				isProtected:
					restrictions.some(({ level }) => !OPEN_LEVELS.includes(level)) || (previous?.isProtected ?? false),
				optedOut: talkPage.categories.length > 0 || (previous?.optedOut ?? false),
				isWikitext: (talkPage.contentmodel ?? 'wikitext') === 'wikitext' && (previous?.isWikitext ?? true),
			});
		}
	}
	return pages;
}
