import type { Site } from './readSite.ts';

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
