import { decodeEntities, trimBlanks } from '../wikitext/plainText.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';

/** The protocols, besides http and https, that MediaWiki links by themselves ($wgUrlProtocols), for use in a RegExp. */
const OTHER_PROTOCOLS =
	'bitcoin|ftps?|geo|git|gopher|ircs?|magnet|mailto|matrix|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp';

/** Where a line of text could act as markup. Each match is encoded, whole, except for what `encodeMatch` keeps. */
const MARKUP = new RegExp(
	[
		// A URL, as far as MediaWiki reads one.
		'https?://[^\\][<>"\\0- \\x7f\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufffd]+',
		// Lists, headings, preformatted text, table headers and rules start a line; blanks around a value are trimmed.
		"^(?:[ \\t*#:;=!]|-(?=---))|[ \\t]$|^'|'$",
		// Templates, arguments, tables, language conversion, links, parameters.
		'[[\\]{|}]',
		'<(?![ \\d=])',
		'&(?=#|[a-z\\d\\u0080-\\uffff]+;)',
		"'{2,}|~{3,}|[_\\uff3f]{2,}",
		// Magic links of RFC, PMID and ISBN numbers: the keyword loses its last letter.
		'(?:ISB|RF|PMI)[NCD](?=[\\t \\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000])',
		`(?:${OTHER_PROTOCOLS}):(?=\\S)|:(?=//)`,
		// Embeddings, overrides and isolates: in the page's source they would disarrange what stands beside them.
		'[\\u202a-\\u202e\\u2066-\\u2069]',
	].join('|'),
	'gi',
);

/** One line of printable ASCII and Latin letters: nothing in it is normalized or unstable. */
const PLAIN_LINE = /^[ -~\xa0-\u02ff]*$/;

/**
 * An answer as wikitext for a named template parameter: rendered, it reads as typed and never acts as markup, except
 * that http(s) URLs are links. Only what could act is encoded, as character references; a line break is `<br>` and
 * a line break. Pre-save transform and Unicode normalization (NFC) leave it as it is. `decodeAnswer` is the inverse,
 * for answers that `normalizeAnswer` leaves as they are.
 */
export function encodeAnswer(answer: string): string {
	if (PLAIN_LINE.test(answer)) return answer.replace(MARKUP, encodeMatch);
	return normalizeAnswer(answer).split('\n').map(encodeLine).join('<br>\n').replace(/\n$/, '');
}

function encodeLine(line: string): string {
	return encodeUnstable(line.replace(MARKUP, encodeMatch));
}

/** After a URL: what would end it, were it not encoded. U+2000 and U+2001 are not NFC. */
const CONTINUES_URL = /^(?:[[\]\u2000\u2001]|[ \t]$)/;

function encodeMatch(found: string, position: number, line: string): string {
	const end = position + found.length;
	if (/^https?:./i.test(found)) return encodeUrl(found, CONTINUES_URL.test(line.slice(end, end + 2)));
	return found.length > 2 && /[a-z]/i.test(found)
		? found.slice(0, -1) + encodeEntity(found.slice(-1))
		: encodeEntity(found);
}

// MediaWiki drops invisible characters from a link's host (up to the first slash), in what it shows as well. Hosts in
// common scripts have none of those.
const VISIBLE_HOST =
	/^https?:\/\/[!-~\xc0-\u024f\u0370-\u0600\u0620-\u10ff\u3040-\u3163\u4e00-\u9fff\uac00-\ud7a3]+(?:\/|$)/i;

// Other protocols too: MediaWiki takes no URL right after a letter, and would find them behind it.
const URL_MARKUP = new RegExp(
	`'{2,}|'$|~{3,}|[_\\uff3f]{2,}|[{|}\\u202a-\\u202e\\u2066-\\u2069]|&(?=#|[a-z\\d\\u0080-\\uffff]+;)|(?:${OTHER_PROTOCOLS}):`,
	'gi',
);

/**
 * An http(s) URL as wikitext that links to it and shows it as typed.
 *
 * @param isContinued what follows will be encoded and, as a reference, would go on as part of the URL
 */
function encodeUrl(url: string, isContinued: boolean): string {
	const inner = url.replace(URL_MARKUP, (found) =>
		/^[a-z]/i.test(found) ? `${found.slice(0, -1)}&#58;` : encodeEntity(found),
	);
	if (!VISIBLE_HOST.test(url)) return inner.replace(':', '&#58;');
	// In a plain URL MediaWiki would show `|` as `%7C`.
	if (inner.includes('&#124;')) return labelUrl(inner);
	return isContinued ? `${inner}<nowiki/>` : inner;
}

function labelUrl(inner: string): string {
	return `[${inner.replace(/&#124;/g, '%7C')} ${inner.replace(':', '&#58;')}]`;
}

const MAX_RUN_LENGTH = 32;

/**
 * MediaWiki saves pages in NFC. Characters that would change by that, alone or with what stands before them, are
 * encoded. Without tables of combining classes: a character stays if the run before it is stable with it; a run starts at a
 * character that never joins what stands before (up to U+02FF, ideographs) or after a reference. The runs are bounded, so the work grows with the text.
 */
function encodeUnstable(text: string): string {
	// A value may stand right after its `=`, which U+0338 would turn into U+2260.
	if (`=${text}` === `=${text}`.normalize('NFC')) return text;
	let run = '=';
	return Array.from(text, (char) => {
		if (char < '\u0300' || (char >= '\u3400' && char <= '\u9fff')) run = '';
		const isStable = run.length < MAX_RUN_LENGTH && (run + char).normalize('NFC') === run + char;
		run = isStable ? run + char : '';
		return isStable ? char : encodeEntity(char);
	}).join('');
}

/** Each character of `text` as a character reference. */
function encodeEntity(text: string): string {
	let encoded = '';
	for (const char of text)
		encoded += char === '&' ? '&amp;' : char === '<' ? '&lt;' : `&#${String(char.codePointAt(0))};`;
	return encoded;
}

/**
 * An answer as it can stand on a wiki page, and the form in which answers are compared: line breaks are `\n` (also
 * for CR, CRLF, U+2028 and U+2029); control characters other than tab and line break are dropped; lone surrogates
 * and noncharacters, which no page can hold, become U+FFFD. Nothing is trimmed and nothing composed.
 */
export function normalizeAnswer(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
		.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]/g, (found) =>
			found.length === 2 && ((found.codePointAt(0) ?? 0) & 0xfffe) !== 0xfffe ? found : '\ufffd',
		);
}

/** A nowiki's tags and links are text already. */
function escapeMarkup(text: string): string {
	return text.replace(/[<[]/g, (char) => (char === '<' ? '&lt;' : '&#91;'));
}

const HIDDEN_MARKUP = /<(?:!--|nowiki|\/?(?:noinclude|onlyinclude|includeonly))/i;
/** The text without comments and inclusion tags. */
function removeHiddenMarkup(wikitext: string): string {
	const scan = scanWikitext(wikitext, ['nowiki', 'pre', 'syntaxhighlight', 'source', 'math']);
	const cuts = [
		...scan.comments.map((comment) => ({ start: comment.cutStart, end: comment.cutEnd, inner: null })),
		...scan.ignored.map((range) => ({ ...range, inner: null })),
		...scan.extensions.filter((node) => node.name === 'nowiki'),
	].sort((a, b) => a.start - b.start);
	const parts: string[] = [];
	let position = 0;
	for (const cut of cuts) {
		parts.push(wikitext.slice(position, cut.start));
		if (cut.inner) parts.push(escapeMarkup(wikitext.slice(cut.inner.start, cut.inner.end)));
		position = cut.end;
	}
	return [...parts, wikitext.slice(position)].join('');
}

/** `[https://a%7Cb https&#58;//a&#124;b]` is how `encodeUrl` writes a URL with a `|`. Any other link stays. */
function unwrapLabelledUrl(whole: string, url: string, label: string): string {
	const shown = label.replace('&#58;', ':');
	return shown.replace(/&#124;/g, '%7C') === url ? shown : whole;
}

function unwrapLabelledUrls(text: string): string {
	if (!text.includes('[')) return text;
	return text.replace(/\[(https?:\/\/[^ \n[\]<>"]+) (https?&#58;[^ \n[\]<>"]+)\]/gi, unwrapLabelledUrl);
}

/**
 * A parameter's wikitext as the text that was typed. What `encodeAnswer` wrote comes back exactly. Of what people
 * write by hand, comments go, `<br>` becomes a line break, `<nowiki>` gives its content, character references become
 * characters, and white space around it goes; other markup (`[[A|b]]`, `''b''`, templates) stays as written, since
 * a reader of it knows what is meant and nothing is lost.
 */
export function decodeAnswer(wikitext: string): string {
	if (!/[<[&]/.test(wikitext)) return trimBlanks(wikitext);
	const text = trimBlanks(HIDDEN_MARKUP.test(wikitext) ? removeHiddenMarkup(wikitext) : wikitext);
	return decodeEntities(unwrapLabelledUrls(text.replace(/<br[ \t-\r]*\/?>[ \t]*\n?/gi, '\n')));
}
