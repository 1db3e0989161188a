import { decodeEntities } from '../wikitext/plainText.ts';
import {
	CONTACT_PATTERNS,
	CONTACT_HINT,
	OTHER_NUMBERS,
	OBFUSCATED_AT,
	OBFUSCATED_DOT,
	type ContactDetail,
	type ContactPattern,
} from './contactPatterns.ts';

/**
 * Finds email addresses, phone numbers and messenger handles in a text that will be public, in order and without overlaps.
 * Prefers false positives, because a person reviews the matches.
 */
export function findContactDetails(original: string): readonly ContactDetail[] {
	const folded = foldText(original);
	if (!CONTACT_HINT.test(folded.text)) return [];
	const { text, origins } = replaceMapped(
		replaceMapped(folded, OBFUSCATED_AT, () => '@'),
		OBFUSCATED_DOT,
		() => '.',
	);
	// Numbers and names in URLs are revision ids and page titles. Blanks of the same length preserve offsets.
	const withoutOtherNumbers = text.replace(OTHER_NUMBERS, (matches) => ' '.repeat(matches.length));
	const found = CONTACT_PATTERNS.flatMap((pattern) =>
		findMatches(pattern.matchesInUrls ? text : withoutOtherNumbers, pattern),
	);
	return removeOverlaps(found).map(({ kind, start, end }) => {
		const from = origins?.[start] ?? start;
		const until = origins?.[end] ?? end;
		return { kind, start: from, end: until, text: original.slice(from, until) };
	});
}

type Match = Pick<ContactDetail, 'kind' | 'start' | 'end'>;

/** Each pattern has two groups: the required prefix (ES2016 has no look-behind), and the detail. */
function findMatches(text: string, { kind, pattern, rejects }: ContactPattern): readonly Match[] {
	const found: Match[] = [];
	text.replace(pattern, (whole: string, before: string, detail: string, offset: number) => {
		const start = offset + before.length;
		if (!rejects?.test(detail)) found.push({ kind, start, end: start + detail.length });
		return whole;
	});
	return found;
}

function removeOverlaps(matches: readonly Match[]): readonly Match[] {
	const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Match[] = [];
	for (const detail of sorted) {
		const last = kept[kept.length - 1];
		if (last === undefined || detail.start >= last.end) kept.push(detail);
	}
	return kept;
}

/** A text with the original offsets of its characters. */
interface MappedText {
	readonly text: string;
	/** The original offset of each character, and of the end. Null: same as in the original. */
	readonly origins: readonly number[] | null;
}

/** Replaces the matches of a global pattern without groups, and maps offsets to the original. */
function replaceMapped(source: MappedText, pattern: RegExp, replace: (found: string) => string): MappedText {
	const { text, origins } = source;
	if (text.search(pattern) < 0) return source;
	const newOrigins: number[] = [];
	let end = 0;
	const copyOriginsUntil = (offset: number): void => {
		for (; end < offset; end++) newOrigins.push(origins?.[end] ?? end);
	};
	const rewritten = text.replace(pattern, (found: string, offset: number) => {
		copyOriginsUntil(offset);
		const replaced = replace(found);
		newOrigins.push(...replaced.split('').map(() => origins?.[offset] ?? offset));
		end = offset + found.length;
		return replaced;
	});
	copyOriginsUntil(text.length + 1);
	return { text: rewritten, origins: newOrigins };
}

/** Entities that `decodeEntities` does not decode, and that only obfuscated text uses. */
const OTHER_ENTITIES: Readonly<Record<string, string>> = {
	'&commat;': '@',
	'&period;': '.',
	'&plus;': '+',
	'&lpar;': '(',
	'&rpar;': ')',
	'%40': '@',
	'。': '.',
};
/**
 * Entities, comments, tags that do not separate words, bold and italics, a Chinese full stop before a domain ending,
 * mathematical letters, Arabic and Persian digits, spaces, dashes, brackets, circled, small and full-width characters.
 */
const UNUSUAL_CHARACTERS =
	/&#?[a-z\d]{2,8};|%40|<(?:!--|\/?(?:nowiki|span|wbr|[bisu])\b)[^<>]{0,80}>|'{2,5}|。(?=com|net|org|cn)|\ud835[\udc00-\udfff]|[\xa0\xab\xad\xb7\xbb\u0660-\u0669\u06f0-\u06f9\u2000-\u206f\u20e3\u2212\u2460-\u24ff\u27e8\u27e9\u3000\u3010\u3011\ufe0f\ufe50-\uffee]/gi;
const INVISIBLE = /^(?:[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe0f\ufeff]|<.|'')/;
function foldMatch(found: string): string {
	const character = OTHER_ENTITIES[found.toLowerCase()] ?? decodeEntities(found);
	if (INVISIBLE.test(character)) return '';
	if (/[\u0660-\u06f9]/.test(character)) return String(character.charCodeAt(0) & 15);
	return character
		.replace(/[«【⟨]/, '(')
		.replace(/[»】⟩]/, ')')
		.replace(/[\u2010-\u2015\u2212]/, '-')
		.replace('·', '.')
		.normalize('NFKC');
}

/** Decodes entities, removes markup and invisible characters, and maps other forms of characters to ASCII. */
export function foldText(text: string): MappedText {
	return replaceMapped({ text, origins: null }, UNUSUAL_CHARACTERS, foldMatch);
}
