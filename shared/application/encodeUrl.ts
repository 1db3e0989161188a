import { encodeEntity } from './encodeEntity.ts';
import { otherProtocols } from './otherProtocols.ts';

// MediaWiki drops invisible characters from a link's host (up to the first slash), in what it shows as well. Hosts in
// common scripts have none of those.
const visibleHost =
	/^https?:\/\/[!-~\xc0-\u024f\u0370-\u0600\u0620-\u10ff\u3040-\u3163\u4e00-\u9fff\uac00-\ud7a3]+(?:\/|$)/i;

// Other protocols too: MediaWiki takes no URL right after a letter, and would find them behind it.
const markup = new RegExp(
	`'{2,}|'$|~{3,}|[_\\uff3f]{2,}|[{|}\\u202a-\\u202e\\u2066-\\u2069]|&(?=#|[a-z\\d\\u0080-\\uffff]+;)|(?:${otherProtocols}):`,
	'gi',
);

/**
 * An http(s) URL as wikitext that links to it and shows it as typed.
 *
 * @param runsOn what follows will be encoded and, as a reference, would go on as part of the URL
 */
export function encodeUrl(url: string, runsOn: boolean): string {
	const inner = url.replace(markup, (found) =>
		/^[a-z]/i.test(found) ? `${found.slice(0, -1)}&#58;` : encodeEntity(found),
	);
	if (!visibleHost.test(url)) return inner.replace(':', '&#58;');
	// In a plain URL MediaWiki would show `|` as `%7C`.
	if (inner.includes('&#124;')) return labelled(inner);
	return runsOn ? `${inner}<nowiki/>` : inner;
}

function labelled(inner: string): string {
	return `[${inner.replace(/&#124;/g, '%7C')} ${inner.replace(':', '&#58;')}]`;
}
