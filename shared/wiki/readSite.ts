import * as v from 'valibot';
import type { ApiResponse, Wiki } from './wiki.ts';
import { parseResponse } from './response.ts';

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
	readonly batchSize: 50 | 500;
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

/** What a query takes besides so that {@link parseSite} can read its answer. `meta` is to be joined with the query's own. */
export const SITE_PARAMS = {
	meta: 'siteinfo|userinfo',
	siprop: 'general|namespaces',
	uiprop: 'rights',
	curtimestamp: true,
} as const;

export function parseSite(response: ApiResponse): Site {
	const { curtimestamp, query } = parseResponse(siteSchema, response);
	const { general, userinfo } = query;
	return {
		wikiId: general.wikiid,
		server: general.server.startsWith('//') ? `https:${general.server}` : general.server,
		articlePath: general.articlepath,
		generator: general.generator,
		now: curtimestamp,
		user: userinfo,
		namespaces: Object.values(query.namespaces),
		batchSize: userinfo.rights.includes('apihighlimits') ? 500 : 50,
	};
}

/** @throws WikiError */
export async function readSite(wiki: Wiki): Promise<Site> {
	return parseSite(await wiki.query({ action: 'query', ...SITE_PARAMS }));
}

/**
 * A page's full address.
 *
 * @param query what follows, encoded: `wikilearn=email`
 */
export function pageAddress(
	title: string,
	{ server, articlePath }: Pick<Site, 'server' | 'articlePath'>,
	query: string,
): string {
	const path = articlePath.replace('$1', () => encodeTitle(title));
	return `${server}${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Slashes and colons stay readable; an apostrophe would be markup on a page. */
function encodeTitle(title: string): string {
	return encodeURIComponent(title.replace(/ /g, '_'))
		.replace(/%2F/g, '/')
		.replace(/%3A/g, ':')
		.replace(/'/g, '%27');
}
