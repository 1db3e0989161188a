/** The protocols, besides http and https, that MediaWiki links by themselves ($wgUrlProtocols), for use in a RegExp. */
const otherProtocols =
	'bitcoin|ftps?|geo|git|gopher|ircs?|magnet|mailto|matrix|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp';

/** Where a line of text could act as markup. Each match is encoded, whole, except for what `encodeMatch` keeps. */
const markup = new RegExp(
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
		`(?:${otherProtocols}):(?=\\S)|:(?=//)`,
		// Embeddings, overrides and isolates: in the page's source they would disarrange what stands beside them.
		'[\\u202a-\\u202e\\u2066-\\u2069]',
	].join('|'),
	'gi',
);

/** One line of printable ASCII and Latin letters: nothing in it is normalized or unstable. */
const usual = /^[ -~\xa0-\u02ff]*$/;

/**
 * An answer as wikitext for a named template parameter: rendered, it reads as typed and never acts as markup, except
 * that http(s) URLs are links. Only what could act is encoded, as character references; a line break is `<br>` and
 * a line break. Pre-save transform and Unicode normalization (NFC) leave it as it is. `decodeAnswer` is the inverse,
 * for answers that `normalizeAnswer` leaves as they are.
 */
export function encodeAnswer(answer: string): string {
	if (usual.test(answer)) return answer.replace(markup, encodeMatch);
	return normalizeAnswer(answer).split('\n').map(encodeLine).join('<br>\n').replace(/\n$/, '');
}

function encodeLine(line: string): string {
	return encodeUnstable(line.replace(markup, encodeMatch));
}

/** After a URL: what would end it, were it not encoded. U+2000 and U+2001 are not NFC. */
const runsOn = /^(?:[[\]\u2000\u2001]|[ \t]$)/;

function encodeMatch(found: string, at: number, line: string): string {
	const end = at + found.length;
	if (/^https?:./i.test(found)) return encodeUrl(found, runsOn.test(line.slice(end, end + 2)));
	return found.length > 2 && /[a-z]/i.test(found)
		? found.slice(0, -1) + encodeEntity(found.slice(-1))
		: encodeEntity(found);
}

// MediaWiki drops invisible characters from a link's host (up to the first slash), in what it shows as well. Hosts in
// common scripts have none of those.
const visibleHost =
	/^https?:\/\/[!-~\xc0-\u024f\u0370-\u0600\u0620-\u10ff\u3040-\u3163\u4e00-\u9fff\uac00-\ud7a3]+(?:\/|$)/i;

// Other protocols too: MediaWiki takes no URL right after a letter, and would find them behind it.
const urlMarkup = new RegExp(
	`'{2,}|'$|~{3,}|[_\\uff3f]{2,}|[{|}\\u202a-\\u202e\\u2066-\\u2069]|&(?=#|[a-z\\d\\u0080-\\uffff]+;)|(?:${otherProtocols}):`,
	'gi',
);

/**
 * An http(s) URL as wikitext that links to it and shows it as typed.
 *
 * @param runsOn what follows will be encoded and, as a reference, would go on as part of the URL
 */
function encodeUrl(url: string, runsOn: boolean): string {
	const inner = url.replace(urlMarkup, (found) =>
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

const longestRun = 32;

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
		const stays = run.length < longestRun && (run + char).normalize('NFC') === run + char;
		run = stays ? run + char : '';
		return stays ? char : encodeEntity(char);
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
