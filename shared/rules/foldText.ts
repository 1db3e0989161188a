import { decodeEntities } from '../wikitext/decodeEntities.ts';
import { rewrite, type Rewritten } from './rewrite.ts';

/** Entities that `decodeEntities` does not know: only obfuscated text needs them. */
const others: Readonly<Record<string, string>> = {
	'&commat;': '@',
	'&period;': '.',
	'&plus;': '+',
	'&lpar;': '(',
	'&rpar;': ')',
	'%40': '@',
	'。': '.',
};

/**
 * Entities, comments, tags without effect on words, bold and italics, a Chinese full stop before a domain ending,
 * mathematical letters, Arabic and Persian digits, spaces, dashes, brackets, circled, small and full-width characters.
 */
const unusual =
	/&#?[a-z\d]{2,8};|%40|<(?:!--|\/?(?:nowiki|span|wbr|[bisu])\b)[^<>]{0,80}>|'{2,5}|。(?=com|net|org|cn)|\ud835[\udc00-\udfff]|[\xa0\xab\xad\xb7\xbb\u0660-\u0669\u06f0-\u06f9\u2000-\u206f\u20e3\u2212\u2460-\u24ff\u27e8\u27e9\u3000\u3010\u3011\ufe0f\ufe50-\uffee]/gi;
const unseen = /^(?:[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe0f\ufeff]|<.|'')/;

/** Decodes entities, removes markup and invisible characters, and maps other forms of characters to ASCII. */
export function foldText(text: string): Rewritten {
	return rewrite({ text, origins: null }, unusual, foldOne);
}

function foldOne(found: string): string {
	const one = others[found.toLowerCase()] ?? decodeEntities(found);
	if (unseen.test(one)) return '';
	if (/[\u0660-\u06f9]/.test(one)) return String(one.charCodeAt(0) & 15);
	return one
		.replace(/[«【⟨]/, '(')
		.replace(/[»】⟩]/, ')')
		.replace(/[\u2010-\u2015\u2212]/, '-')
		.replace('·', '.')
		.normalize('NFKC');
}
