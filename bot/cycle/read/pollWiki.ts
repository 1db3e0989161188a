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
	/** Only where changes were not asked for. */
	readonly reportPage: Page | null;
	/** Newest first; null where nobody asked for them. */
	readonly recentChanges: readonly RecentChange[] | null;
	/** The notices that the bot ever sent; null where changes were asked for instead. */
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
/** Parameters that are a list instead of an object have nothing that is needed. */
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
 * All that a cycle has to know first, in one request: who and where we are, the programme page, the stop page, and
 * either what changed on the wiki, or the report and the notices that were ever sent.
 *
 * @param since ISO 8601: changes from then on; null: changes are not asked for
 * @param isUseful whether the changes are wanted, as the first answer tells: those of a long time are many requests
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
		// An answer that was cut brings the rest of the texts later, in no order.
		for (const [title, page] of parsePagesByName(response)) pages.set(title, page);
		for (const change of recentChangesIn(response)) changes.set(change.rcid, change);
		sent = mergeSentNotices(sent, parseSentNotices(response));
	}
	if (!site) throw new WikiError('unexpected-answer', 'The wiki did not answer.');
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
