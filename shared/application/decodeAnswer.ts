import { decodeEntities } from '../wikitext/decodeEntities.ts';
import { trimBlanks } from '../wikitext/trimBlanks.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';

const hidden = /<(?:!--|nowiki|\/?(?:noinclude|onlyinclude|includeonly))/i;

/**
 * A parameter's wikitext as the text that was typed. What `encodeAnswer` wrote comes back exactly. Of what people
 * write by hand, comments go, `<br>` becomes a line break, `<nowiki>` gives its content, character references become
 * characters, and white space around it goes; other markup (`[[A|b]]`, `''b''`, templates) stays as written, since
 * a reader of it knows what is meant and nothing is lost.
 */
export function decodeAnswer(wikitext: string): string {
	if (!/[<[&]/.test(wikitext)) return trimBlanks(wikitext);
	const text = trimBlanks(hidden.test(wikitext) ? withoutHidden(wikitext) : wikitext);
	return decodeEntities(withoutLabels(text.replace(/<br[ \t-\r]*\/?>[ \t]*\n?/gi, '\n')));
}

function withoutLabels(text: string): string {
	if (!text.includes('[')) return text;
	return text.replace(/\[(https?:\/\/[^ \n[\]<>"]+) (https?&#58;[^ \n[\]<>"]+)\]/gi, readLabelled);
}

/** `[https://a%7Cb https&#58;//a&#124;b]` is how `encodeUrl` writes a URL with a `|`. Any other link stays. */
function readLabelled(whole: string, url: string, label: string): string {
	const shown = label.replace('&#58;', ':');
	return shown.replace(/&#124;/g, '%7C') === url ? shown : whole;
}

/** The text without comments and inclusion tags. */
function withoutHidden(wikitext: string): string {
	const scan = scanWikitext(wikitext, ['nowiki', 'pre', 'syntaxhighlight', 'source', 'math']);
	const cuts = [
		...scan.comments.map((comment) => ({ start: comment.cutStart, end: comment.cutEnd, inner: null })),
		...scan.ignored.map((range) => ({ ...range, inner: null })),
		...scan.extensions.filter((node) => node.name === 'nowiki'),
	].sort((a, b) => a.start - b.start);
	const parts: string[] = [];
	let at = 0;
	for (const cut of cuts) {
		parts.push(wikitext.slice(at, cut.start));
		if (cut.inner) parts.push(protect(wikitext.slice(cut.inner.start, cut.inner.end)));
		at = cut.end;
	}
	return [...parts, wikitext.slice(at)].join('');
}

/** A nowiki's tags and links are text already. */
function protect(text: string): string {
	return text.replace(/[<[]/g, (char) => (char === '<' ? '&lt;' : '&#91;'));
}
