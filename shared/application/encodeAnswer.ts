import { encodeEntity } from './encodeEntity.ts';
import { encodeUnstable } from './encodeUnstable.ts';
import { encodeUrl } from './encodeUrl.ts';
import { normalizeAnswer } from './normalizeAnswer.ts';
import { otherProtocols } from './otherProtocols.ts';

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
