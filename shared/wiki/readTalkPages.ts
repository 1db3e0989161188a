import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { askAll } from './askAll.ts';
import { parseAnswer } from './parseAnswer.ts';
import { PAGE_PARAMS, pagesIn, type Page } from './readPages.ts';

/** A talk page as it is, and what speaks against writing on it. */
export interface TalkPage {
	readonly title: string;
	/** Null where there is none yet. */
	readonly page: Page | null;
	/** Whether only administrators (or fewer) may edit or create it. */
	readonly isProtected: boolean;
	/** Whether it is in the category of those who want no messages. */
	readonly optedOut: boolean;
	/** Whether it is a page of wikitext, and not a board of some extension. */
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

/** Restriction levels that an account of some days has. */
const open: readonly string[] = ['', 'autoconfirmed', 'editsemiprotected', 'user'];

/**
 * Reads talk pages with all that decides whether a notice may go there.
 *
 * @param titles as the wiki writes them, at most as many as a request may name
 * @param optOut the category's title
 * @param beside another list to ask for in the same breath; its answers are handed to `also`
 * @throws WikiError
 */
export async function readTalkPages(
	wiki: Wiki,
	titles: readonly string[],
	optOut: string,
	beside: Params,
	also: (answer: ApiResponse) => void,
): Promise<ReadonlyMap<string, TalkPage>> {
	const pages = new Map<string, TalkPage>();
	for await (const answer of askAll(wiki, {
		action: 'query',
		titles,
		...PAGE_PARAMS,
		prop: 'revisions|info|categories',
		inprop: 'protection',
		clcategories: optOut,
		cllimit: 'max',
		...beside,
	})) {
		also(answer);
		const read = new Map(pagesIn(answer).map((page) => [page.title, page]));
		for (const one of parseAnswer(talkSchema, answer).query?.pages ?? []) {
			const before = pages.get(one.title);
			const restrictions = (one.protection ?? []).filter(({ type }) => type === 'edit' || type === 'create');
			pages.set(one.title, {
				title: one.title,
				page: read.get(one.title) ?? before?.page ?? null,
				isProtected:
					restrictions.some(({ level }) => !open.includes(level)) || (before?.isProtected ?? false),
				optedOut: one.categories.length > 0 || (before?.optedOut ?? false),
				isWikitext: (one.contentmodel ?? 'wikitext') === 'wikitext' && (before?.isWikitext ?? true),
			});
		}
	}
	return pages;
}
