import { decodeEntities } from './decodeEntities.ts';
import { withoutComments } from './withoutComments.ts';

// What MediaWikiTitleCodec takes for white space, and the direction marks that it drops.
const blanks = /[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\s]+/g;
const marks = /[\u200e\u200f\u202a-\u202e]/g;

/** Nothing in it to be cleaned: how nearly all are written. */
const plain = /^[A-Z][a-zA-Z]*(?: [a-zA-Z]+)*\s*$/;

/**
 * A template's name as MediaWiki compares it: without comments, namespace and fragment, with spaces for underscores,
 * its first letter upper case. `Template: wikiLearn_application ` is `WikiLearn application`.
 *
 * @param namespaces other names of the namespace on the wiki, lower case (`plantilla`)
 */
export function templateName(raw: string, namespaces: readonly string[] = []): string {
	if (plain.test(raw)) return raw.trim();
	const name = clean(decodeEntities(withoutComments(raw)).replace(/#[^]*/, ''));
	const colon = name.indexOf(':');
	const namespace = name.slice(0, Math.max(colon, 0)).trim().toLowerCase();
	const own = namespace === 'template' || namespaces.includes(namespace);
	const bare = own ? name.slice(colon + 1).trim() : name;
	return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function clean(name: string): string {
	return name.replace(marks, '').replace(blanks, ' ').trim();
}
