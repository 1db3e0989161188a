import { decodeEntities, trimBlanks } from '../wikitext/plainText.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';

/** Protocols besides http and https that MediaWiki links automatically ($wgUrlProtocols), as a regular expression. */
const OTHER_PROTOCOLS =
	'bitcoin|ftps?|geo|git|gopher|ircs?|magnet|mailto|matrix|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp';

/** Text that could act as markup. The whole match is encoded, except what `encodeMatch` keeps. */
const MARKUP = new RegExp(
	[
		// A URL, as MediaWiki delimits one.
		'https?://[^\\][<>"\\0- \\x7f\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufffd]+',
		// Line starts that make lists, headings, preformatted text, table headers and rules; MediaWiki trims blanks at the ends.
		"^(?:[ \\t*#:;=!]|-(?=---))|[ \\t]$|^'|'$",
		// Templates, arguments, tables, language conversion, links, parameters.
		'[[\\]{|}]',
		'<(?![ \\d=])',
		'&(?=#|[a-z\\d\\u0080-\\uffff]+;)',
		"'{2,}|~{3,}|[_\\uff3f]{2,}",
		// Magic links of RFC, PMID and ISBN numbers: the keyword loses its last letter.
		'(?:ISB|RF|PMI)[NCD](?=[\\t \\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000])',
		`(?:${OTHER_PROTOCOLS}):(?=\\S)|:(?=//)`,
		// Bidirectional embeddings, overrides and isolates would reorder the text around them in the page's source.
		'[\\u202a-\\u202e\\u2066-\\u2069]',
	].join('|'),
	'gi',
);

/** One line of printable ASCII and Latin letters: NFC does not change it. */
const PLAIN_LINE = /^[ -~\xa0-\u02ff]*$/;

/**
 * Encodes an answer as wikitext for a named template parameter. It renders as typed and never acts as markup, except
 * that http(s) URLs become links. Encodes only what could act as markup, as character references; a line break becomes
 * `<br>` and a line break. Stable under pre-save transform and NFC. `decodeAnswer` is the inverse for normalized
 * answers, see `normalizeAnswer`.
 */
export function encodeAnswer(answer: string): string {
	if (PLAIN_LINE.test(answer)) return answer.replace(MARKUP, encodeMatch);
	return normalizeAnswer(answer).split('\n').map(encodeLine).join('<br>\n').replace(/\n$/, '');
}

function encodeLine(line: string): string {
	return encodeUnstable(line.replace(MARKUP, encodeMatch));
}

/** After a URL: characters that end it unless they are encoded. NFC changes U+2000 and U+2001. */
const CONTINUES_URL = /^(?:[[\]\u2000\u2001]|[ \t]$)/;

function encodeMatch(found: string, position: number, line: string): string {
	const end = position + found.length;
	if (/^https?:./i.test(found)) return encodeUrl(found, CONTINUES_URL.test(line.slice(end, end + 2)));
	return found.length > 2 && /[a-z]/i.test(found)
		? found.slice(0, -1) + encodeEntity(found.slice(-1))
		: encodeEntity(found);
}

// MediaWiki drops invisible characters from a link's host (up to the first slash), also in the displayed text. These
// scripts have no such characters.
const VISIBLE_HOST =
	/^https?:\/\/[!-~\xc0-\u024f\u0370-\u0600\u0620-\u10ff\u3040-\u3163\u4e00-\u9fff\uac00-\ud7a3]+(?:\/|$)/i;

// Other protocols too: MediaWiki ignores a URL right after a letter, but would find one nested in this link.
const URL_MARKUP = new RegExp(
	`'{2,}|'$|~{3,}|[_\\uff3f]{2,}|[{|}\\u202a-\\u202e\\u2066-\\u2069]|&(?=#|[a-z\\d\\u0080-\\uffff]+;)|(?:${OTHER_PROTOCOLS}):`,
	'gi',
);

/**
 * Encodes an http(s) URL as wikitext that links to it and displays it as typed.
 *
 * @param isContinued whether the next character will be a character reference, which would become part of the URL
 */
function encodeUrl(url: string, isContinued: boolean): string {
	const inner = url.replace(URL_MARKUP, (found) =>
		/^[a-z]/i.test(found) ? `${found.slice(0, -1)}&#58;` : encodeEntity(found),
	);
	if (!VISIBLE_HOST.test(url)) return inner.replace(':', '&#58;');
	// MediaWiki displays `|` in a plain URL as `%7C`.
	if (inner.includes('&#124;')) return labelUrl(inner);
	return isContinued ? `${inner}<nowiki/>` : inner;
}

function labelUrl(inner: string): string {
	return `[${inner.replace(/&#124;/g, '%7C')} ${inner.replace(':', '&#58;')}]`;
}

const MAX_RUN_LENGTH = 32;

/**
 * MediaWiki saves pages in NFC. Encodes the characters that NFC would change, alone or after the preceding text. Needs no
 * table of combining classes: tests each character with its run, which starts after a reference or at a character that
 * never combines with the one before (up to U+02FF, ideographs). Run length is limited, so the time is linear.
 */
function encodeUnstable(text: string): string {
	// The value may follow its `=` directly, and NFC composes `=` and U+0338 to U+2260.
	if (`=${text}` === `=${text}`.normalize('NFC')) return text;
	let run = '=';
	return Array.from(text, (char) => {
		if (char < '\u0300' || (char >= '\u3400' && char <= '\u9fff')) run = '';
		const isStable = run.length < MAX_RUN_LENGTH && (run + char).normalize('NFC') === run + char;
		run = isStable ? run + char : '';
		return isStable ? char : encodeEntity(char);
	}).join('');
}

/** Encodes each character of `text` as a character reference. */
function encodeEntity(text: string): string {
	let encoded = '';
	for (const char of text)
		encoded += char === '&' ? '&amp;' : char === '<' ? '&lt;' : `&#${String(char.codePointAt(0))};`;
	return encoded;
}

/**
 * Normalizes an answer for storage on a page and for comparison: line breaks become `\n` (also CR, CRLF, U+2028 and
 * U+2029), control characters other than tab and line break are dropped, and lone surrogates and noncharacters, which
 * MediaWiki cannot store, become U+FFFD. Does not trim or apply NFC.
 */
export function normalizeAnswer(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
		.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]/g, (found) =>
			found.length === 2 && ((found.codePointAt(0) ?? 0) & 0xfffe) !== 0xfffe ? found : '\ufffd',
		);
}

/** Makes the tags and links inside nowiki plain text. */
function escapeMarkup(text: string): string {
	return text.replace(/[<[]/g, (char) => (char === '<' ? '&lt;' : '&#91;'));
}

const HIDDEN_MARKUP = /<(?:!--|nowiki|\/?(?:noinclude|onlyinclude|includeonly))/i;
/** Removes comments and inclusion tags. */
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

/** Decodes `[https://a%7Cb https&#58;//a&#124;b]`, which `encodeUrl` writes for a URL with `|`. Keeps other links. */
function unwrapLabelledUrl(whole: string, url: string, label: string): string {
	const shown = label.replace('&#58;', ':');
	return shown.replace(/&#124;/g, '%7C') === url ? shown : whole;
}

function unwrapLabelledUrls(text: string): string {
	if (!text.includes('[')) return text;
	return text.replace(/\[(https?:\/\/[^ \n[\]<>"]+) (https?&#58;[^ \n[\]<>"]+)\]/gi, unwrapLabelledUrl);
}

/**
 * Decodes a parameter's wikitext to the text that was typed. Exact for the output of `encodeAnswer`. In wikitext
 * written by hand, drops comments, turns `<br>` into a line break, unwraps `<nowiki>`, decodes character references and
 * trims. Keeps other markup (`[[A|b]]`, `''b''`, templates) as written, so that readers lose nothing.
 */
export function decodeAnswer(wikitext: string): string {
	if (!/[<[&]/.test(wikitext)) return trimBlanks(wikitext);
	const text = trimBlanks(HIDDEN_MARKUP.test(wikitext) ? removeHiddenMarkup(wikitext) : wikitext);
	return decodeEntities(unwrapLabelledUrls(text.replace(/<br[ \t-\r]*\/?>[ \t]*\n?/gi, '\n')));
}
