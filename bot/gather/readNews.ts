import * as v from 'valibot';
import { WikiError, type Answer, type Wiki } from '../../shared/wiki.ts';
import { askAll } from '../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { PAGE_PARAMS, pagesIn, type Page } from '../../shared/wiki/readPages.ts';
import { SITE_PARAMS, siteIn, type Site } from '../../shared/wiki/readSite.ts';
import { PROGRAMME_PAGE } from '../programme/programmePage.ts';

/** An entry of the wiki's recent changes: an edit, a new page, or a log entry about a page or an account. */
export interface RecentChange {
	readonly rcid: number;
	/** The revision that it made; 0 where it made none. */
	readonly revid: number;
	readonly title: string;
	/** The log's name (`rights`, `block`, `move`, …) where it is a log entry; else null. */
	readonly log: string | null;
	/** Other pages that a log entry is about: where a page was moved to, or its history merged into. */
	readonly otherTitles: readonly string[];
	/** The old and the new name of a renamed account. */
	readonly renamed: readonly string[];
	/** Who did it; empty where that is hidden. */
	readonly user: string;
}

export interface News {
	readonly site: Site;
	readonly programmePage: Page | null;
	readonly stopPage: Page | null;
	/** Newest first; null where nobody asked for them. */
	readonly changes: readonly RecentChange[] | null;
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
						title: v.optional(v.string(), ''),
						user: v.optional(v.string(), ''),
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
 * what changed on the wiki.
 *
 * @param since ISO 8601: changes from then on; null: changes are not asked for
 * @param isOfUse whether the changes are wanted, as the first answer tells: those of a long time are many requests
 * @throws WikiError
 */
export async function readNews(
	wiki: Wiki,
	stopTitle: string,
	since: string | null,
	isOfUse: (site: Site) => boolean = () => true,
): Promise<News> {
	let site: Site | null = null;
	const pages: Page[] = [];
	const changes = new Map<number, RecentChange>();
	for await (const answer of askAll(wiki, {
		action: 'query',
		...SITE_PARAMS,
		...PAGE_PARAMS,
		titles: [PROGRAMME_PAGE, stopTitle],
		...(since === null
			? {}
			: {
					list: 'recentchanges',
					rcprop: 'title|ids|loginfo|user',
					rctype: 'edit|new|log',
					rcend: since,
					rclimit: 'max',
				}),
	})) {
		if (!site) {
			site = siteIn(answer);
			if (since !== null && !isOfUse(site)) return readNews(wiki, stopTitle, null);
		}
		// An answer that was cut brings the rest of the texts later, in no order.
		pages.push(...pagesIn(answer));
		for (const change of changesIn(answer)) changes.set(change.rcid, change);
	}
	if (!site) throw new WikiError('unexpected-answer', 'The wiki did not answer.');
	return {
		site,
		programmePage: pages.find(({ title }) => title === PROGRAMME_PAGE) ?? null,
		stopPage: pages.find(({ title }) => title === stopTitle) ?? null,
		changes: since === null ? null : [...changes.values()],
	};
}

function changesIn(answer: Answer): readonly RecentChange[] {
	const changes = parseAnswer(changesSchema, answer).query?.recentchanges ?? [];
	return changes.map(({ rcid, revid, title, user, logtype, logparams }) => {
		const { target_title, dest_title, olduser, newuser }: v.InferOutput<typeof logParamsSchema> = logparams;
		return {
			rcid,
			revid,
			title,
			user,
			log: logtype ?? null,
			otherTitles: [target_title, dest_title].filter((one) => one !== undefined),
			renamed: [olduser, newuser].filter((one) => one !== undefined),
		};
	});
}
