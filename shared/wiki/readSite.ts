import * as v from 'valibot';
import type { ApiResponse, Wiki } from './wiki.ts';
import { parseResponse } from './response.ts';

/** The wiki's facts about itself and about the current user. */
export interface Site {
	/** The wiki's database name, for example `metawiki`. */
	readonly wikiId: string;
	/** For example `https://meta.wikimedia.org`. */
	readonly server: string;
	/** For example `/wiki/$1`. */
	readonly articlePath: string;
	/** For example `MediaWiki 1.39.17`. */
	readonly generator: string;
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
	readonly user: { readonly id: number; readonly name: string; readonly rights: readonly string[] };
	readonly namespaces: readonly Namespace[];
	/** The maximum number of titles or ids per request. */
	readonly batchSize: 50 | 500;
}

interface Namespace {
	readonly id: number;
	/** In the wiki's language; empty for the main namespace. */
	readonly name: string;
	/** The English name, which all wikis accept. */
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

/** The query parameters for {@link parseSite}. Join `meta` with the query's own. */
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
 * A page's full URL.
 *
 * @param query the encoded query string: `wikilearn=email`
 */
export function pageAddress(
	title: string,
	{ server, articlePath }: Pick<Site, 'server' | 'articlePath'>,
	query: string,
): string {
	const path = articlePath.replace('$1', () => encodeTitle(title));
	return `${server}${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Keeps slashes and colons readable. Encodes apostrophes, which would be markup on a page. */
function encodeTitle(title: string): string {
	return encodeURIComponent(title.replace(/ /g, '_'))
		.replace(/%2F/g, '/')
		.replace(/%3A/g, ':')
		.replace(/'/g, '%27');
}
