import * as v from 'valibot';
import { WikiError, type ApiResponse, type Wiki } from '../../../shared/wiki/wiki.ts';
import { askAll } from '../../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../../shared/wiki/parseAnswer.ts';
import { PAGE_PARAMS, pagesByName, type Page } from '../../../shared/wiki/readPages.ts';
import { SITE_PARAMS, siteIn, type Site } from '../../../shared/wiki/readSite.ts';
import {
	joinSent,
	NOTHING_SENT,
	sentIn,
	sentParams,
	type SentNotices,
} from '../../../shared/notices/readSent.ts';
import type { RecentChange } from './recentChange.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';

export interface News {
	readonly site: Site;
	readonly programmePage: Page | null;
	readonly stopPage: Page | null;
	/** Only where changes were not asked for. */
	readonly reportPage: Page | null;
	/** Newest first; null where nobody asked for them. */
	readonly changes: readonly RecentChange[] | null;
	/** The notices that the bot ever sent; null where changes were asked for instead. */
	readonly sent: SentNotices | null;
}

/** The bot's own pages, and its account. */
export interface BotPages {
	readonly bot: string;
	readonly stop: string;
	readonly report: string;
}

const logParamsSchema = v.object({
	/** Of `move`. */
	target_title: v.optional(v.string()),
	/** Of `merge`. */
	dest_title: v.optional(v.string()),
	/** Of `renameuser`. */
	olduser: v.optional(v.string()),
	newuser: v.optional(v.string()),
});
/** Parameters that are a list instead of an object have nothing that is needed. */
const anyLogParamsSchema = v.union([
	logParamsSchema,
	v.pipe(
		v.unknown(),
		v.transform(() => ({})),
	),
]);

const changesSchema = v.object({
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
						logparams: v.optional(anyLogParamsSchema, {}),
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
 * @param isOfUse whether the changes are wanted, as the first answer tells: those of a long time are many requests
 * @throws WikiError
 */
export async function readNews(
	wiki: Wiki,
	own: BotPages,
	since: string | null,
	isOfUse: (site: Site) => boolean = () => true,
): Promise<News> {
	let site: Site | null = null;
	const pages = new Map<string, Page>();
	const changes = new Map<number, RecentChange>();
	let sent: SentNotices = NOTHING_SENT;
	for await (const answer of askAll(wiki, {
		action: 'query',
		...SITE_PARAMS,
		...PAGE_PARAMS,
		titles: [PROGRAMME_PAGE, own.stop, ...(since === null ? [own.report] : [])],
		...(since === null
			? sentParams({ name: own.bot }, null)
			: {
					list: 'recentchanges',
					rcprop: 'title|ids|loginfo|user|userid|timestamp|comment|flags',
					rctype: 'edit|new|log',
					rcend: since,
					rclimit: 'max',
				}),
	})) {
		if (!site) {
			site = siteIn(answer);
			if (since !== null && !isOfUse(site)) return readNews(wiki, own, null);
		}
		// An answer that was cut brings the rest of the texts later, in no order.
		for (const [title, page] of pagesByName(answer)) pages.set(title, page);
		for (const change of changesIn(answer)) changes.set(change.rcid, change);
		sent = joinSent(sent, sentIn(answer));
	}
	if (!site) throw new WikiError('unexpected-answer', 'The wiki did not answer.');
	return {
		site,
		programmePage: pages.get(PROGRAMME_PAGE) ?? null,
		stopPage: pages.get(own.stop) ?? null,
		reportPage: pages.get(own.report) ?? null,
		changes: since === null ? null : [...changes.values()],
		sent: since === null ? sent : null,
	};
}

function changesIn(answer: ApiResponse): readonly RecentChange[] {
	const changes = parseAnswer(changesSchema, answer).query?.recentchanges ?? [];
	return changes.map(({ logtype, logparams, comment, ...change }) => {
		const { target_title, dest_title, olduser, newuser }: v.InferOutput<typeof logParamsSchema> = logparams;
		return {
			...change,
			comment,
			log: logtype ?? null,
			otherTitles: [target_title, dest_title].filter((one) => one !== undefined),
			renamed: [olduser, newuser].filter((one) => one !== undefined),
		};
	});
}
