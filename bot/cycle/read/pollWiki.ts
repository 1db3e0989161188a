import * as v from 'valibot';
import { WikiError, type ApiResponse, type Wiki } from '../../../shared/wiki/wiki.ts';
import { queryAll, parseResponse } from '../../../shared/wiki/response.ts';
import { PAGE_PARAMS, parsePagesByName, type Page } from '../../../shared/wiki/readPages.ts';
import { SITE_PARAMS, parseSite, type Site } from '../../../shared/wiki/readSite.ts';
import {
	mergeSentNotices,
	NO_SENT_NOTICES,
	parseSentNotices,
	sentNoticeParams,
	type SentNotices,
} from '../../../shared/notices/readSentNotices.ts';
import type { RecentChange } from './recentChanges.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';

export interface WikiChanges {
	readonly site: Site;
	readonly programmePage: Page | null;
	readonly stopPage: Page | null;
	/** Null when changes are read instead. */
	readonly reportPage: Page | null;
	/** Newest first; null if not requested. */
	readonly recentChanges: readonly RecentChange[] | null;
	/** All notices sent by the bot; null when changes are read instead. */
	readonly sent: SentNotices | null;
}

/** The bot's own pages, and its account. */
interface BotPages {
	readonly bot: string;
	readonly stop: string;
	readonly report: string;
}

const LOG_PARAMS_SCHEMA = v.object({
	/** Of `move`. */
	target_title: v.optional(v.string()),
	/** Of `merge`. */
	dest_title: v.optional(v.string()),
	/** Of `renameuser`. */
	olduser: v.optional(v.string()),
	newuser: v.optional(v.string()),
});
/** Parameters in list form contain nothing that we need. */
const ANY_LOG_PARAMS_SCHEMA = v.union([
	LOG_PARAMS_SCHEMA,
	v.pipe(
		v.unknown(),
		v.transform(() => ({})),
	),
]);

const RECENT_CHANGES_SCHEMA = v.object({
	query: v.optional(
		v.object({
			recentchanges: v.optional(
				v.array(
					v.object({
						rcid: v.number(),
						revid: v.optional(v.number(), 0),
						pageid: v.optional(v.number(), 0),
						title: v.optional(v.string(), ''),
						user: v.optional(v.string(), ''),
						userid: v.optional(v.number(), 0),
						minor: v.optional(v.boolean(), false),
						timestamp: v.optional(v.string(), ''),
						comment: v.optional(v.string()),
						logtype: v.optional(v.string()),
						logparams: v.optional(ANY_LOG_PARAMS_SCHEMA, {}),
					}),
				),
				[],
			),
		}),
	),
});

/**
 * Reads in one request what a cycle needs first: account and site, the programme page, the stop page, and either the
 * wiki's recent changes, or the report and all sent notices.
 *
 * @param since ISO 8601: read changes since then; null: read no changes
 * @param isUseful whether to continue reading changes, given the first response: a long period takes many requests
 * @throws WikiError
 */
export async function pollWiki(
	wiki: Wiki,
	botPages: BotPages,
	since: string | null,
	isUseful: (site: Site) => boolean = () => true,
): Promise<WikiChanges> {
	let site: Site | null = null;
	const pages = new Map<string, Page>();
	const changes = new Map<number, RecentChange>();
	let sent: SentNotices = NO_SENT_NOTICES;
	for await (const response of queryAll(wiki, {
		action: 'query',
		...SITE_PARAMS,
		...PAGE_PARAMS,
		titles: [PROGRAMME_PAGE, botPages.stop, ...(since === null ? [botPages.report] : [])],
		...(since === null
			? sentNoticeParams({ name: botPages.bot }, null)
			: {
					list: 'recentchanges',
					rcprop: 'title|ids|loginfo|user|userid|timestamp|comment|flags',
					rctype: 'edit|new|log',
					rcend: since,
					rclimit: 'max',
				}),
	})) {
		if (!site) {
			site = parseSite(response);
			if (since !== null && !isUseful(site)) return pollWiki(wiki, botPages, null);
		}
		// A truncated response delivers the remaining texts in continuations, in any order.
		for (const [title, page] of parsePagesByName(response)) pages.set(title, page);
		for (const change of recentChangesIn(response)) changes.set(change.rcid, change);
		sent = mergeSentNotices(sent, parseSentNotices(response));
	}
	if (!site) throw new WikiError('unexpected-response', 'The wiki did not answer.');
	return {
		site,
		programmePage: pages.get(PROGRAMME_PAGE) ?? null,
		stopPage: pages.get(botPages.stop) ?? null,
		reportPage: pages.get(botPages.report) ?? null,
		recentChanges: since === null ? null : [...changes.values()],
		sent: since === null ? sent : null,
	};
}

function recentChangesIn(response: ApiResponse): readonly RecentChange[] {
	const changes = parseResponse(RECENT_CHANGES_SCHEMA, response).query?.recentchanges ?? [];
	return changes.map(({ logtype, logparams, comment, ...change }) => {
		const { target_title, dest_title, olduser, newuser }: v.InferOutput<typeof LOG_PARAMS_SCHEMA> = logparams;
		return {
			...change,
			comment,
			log: logtype ?? null,
			otherTitles: [target_title, dest_title].filter((title) => title !== undefined),
			renamed: [olduser, newuser].filter((name) => name !== undefined),
		};
	});
}
