import * as v from 'valibot';
import type { ApiResponse, Wiki } from './wiki.ts';
import { parseAnswer } from './parseAnswer.ts';

/** The wiki that answers, and as whom it knows us. */
export interface Site {
	/** The wiki's database name, e.g. `metawiki`. */
	readonly wikiId: string;
	/** e.g. `https://meta.wikimedia.org`. */
	readonly server: string;
	/** e.g. `/wiki/$1`. */
	readonly articlePath: string;
	/** e.g. `MediaWiki 1.39.17`. */
	readonly generator: string;
	/** The wiki's own clock, ISO 8601. */
	readonly now: string;
	readonly user: { readonly id: number; readonly name: string; readonly rights: readonly string[] };
	readonly namespaces: readonly Namespace[];
	/** How many titles or ids a request may name. */
	readonly batch: 50 | 500;
}

interface Namespace {
	readonly id: number;
	/** In the wiki's language; empty for the main namespace. */
	readonly name: string;
	/** In English, which every wiki understands. */
	readonly canonical: string;
}

const siteSchema = v.object({
	curtimestamp: v.string(),
	query: v.object({
		general: v.object({
			wikiid: v.string(),
			server: v.string(),
			articlepath: v.string(),
			generator: v.string(),
		}),
		namespaces: v.record(
			v.string(),
			v.object({ id: v.number(), name: v.string(), canonical: v.optional(v.string(), '') }),
		),
		userinfo: v.object({ id: v.number(), name: v.string(), rights: v.optional(v.array(v.string()), []) }),
	}),
});

/** What a query takes besides so that {@link siteIn} can read its answer. `meta` is to be joined with the query's own. */
export const SITE_PARAMS = {
	meta: 'siteinfo|userinfo',
	siprop: 'general|namespaces',
	uiprop: 'rights',
	curtimestamp: true,
} as const;

export function siteIn(answer: ApiResponse): Site {
	const { curtimestamp, query } = parseAnswer(siteSchema, answer);
	const { general, userinfo } = query;
	return {
		wikiId: general.wikiid,
		server: general.server.startsWith('//') ? `https:${general.server}` : general.server,
		articlePath: general.articlepath,
		generator: general.generator,
		now: curtimestamp,
		user: userinfo,
		namespaces: Object.values(query.namespaces),
		batch: userinfo.rights.includes('apihighlimits') ? 500 : 50,
	};
}

/** @throws WikiError */
export async function readSite(wiki: Wiki): Promise<Site> {
	return siteIn(await wiki.query({ action: 'query', ...SITE_PARAMS }));
}
