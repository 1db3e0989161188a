import { decodeEntities, trimBlanks, removeComments } from './plainText.ts';
import type { Range, Scan, TemplateNode } from './scan.ts';

/** A template call on a page. */
export interface Call extends Range {
	/** The name as written, trimmed; comments are still in it. */
	readonly name: string;
	readonly params: readonly Param[];
}

export interface Param extends Range {
	/** The name as MediaWiki reads it; `1`, `2` … for parameters without one. */
	readonly name: string;
	/** The name comes from the position: MediaWiki does not trim such a value. */
	readonly isPositional: boolean;
	/** Raw wikitext between the `=` (or `|`) and the next `|` or `}}`. */
	readonly value: string;
	readonly valueStart: number;
}

// A title has at most 255 bytes; the rest is room for comments. The bound keeps unclosed braces linear.
const MAX_NAME_LENGTH = 1000;

/**
 * Of one page no more are read: what compares calls with each other would take hours over the 58,000 that fit on one.
 * Nobody has more to say; a talk page is archived long before.
 */
export const MAX_CALLS = 1000;

/**
 * The calls of the templates that `isWanted` picks by their raw name, in source order. A call inside a wanted call is
 * part of that one's value; a call inside another template counts. `unclosed` has those whose `}}` is missing: their
 * parameters reach as far as could be read. Of each at most `mostCalls`.
 *
 * @param from where to begin; nothing may be open there
 */
export function findCalls(
	scan: Scan,
	isMatch: (rawName: string) => boolean,
	from = 0,
): { readonly calls: readonly Call[]; readonly unclosed: readonly Call[] } {
	const pick = (nodes: readonly TemplateNode[]): Call[] => {
		const calls: Call[] = [];
		for (const node of nodes)
			if (node.start >= from && isMatch(readRawName(scan, node))) calls.push(parseCall(scan, node));
		return calls;
	};
	return {
		calls: removeNested(pick(scan.templates)).slice(0, MAX_CALLS),
		unclosed: pick(scan.unclosed).slice(0, MAX_CALLS),
	};
}

function readRawName(scan: Scan, node: TemplateNode): string {
	const part = node.parts[0];
	if (!part || part.hasDynamicName) return '';
	const name = scan.text.slice(
		part.start,
		Math.min(part.start + MAX_NAME_LENGTH, part.end < 0 ? Infinity : part.end),
	);
	// A call that never closes and has no parameter: what stands on the line is its name.
	if (part.end < 0) return (/^\s*[^\n{}|]*/.exec(name) ?? [''])[0];
	return part.end - part.start > MAX_NAME_LENGTH ? '' : name;
}

function parseCall(scan: Scan, node: TemplateNode): Call {
	const { text } = scan;
	let positions = 0;
	const params = node.parts.slice(1).map((part): Param => {
		const end = part.end < 0 ? node.end : part.end;
		const isPositional = part.equals < 0;
		const valueStart = isPositional ? part.start : part.equals + 1;
		return {
			name: isPositional
				? String(++positions)
				: readParamName(text.slice(part.start, part.equals), part.hasDynamicName),
			isPositional,
			value: text.slice(valueStart, end),
			valueStart,
			start: part.start,
			end,
		};
	});
	return { name: readRawName(scan, node).trim(), params, start: node.start, end: node.end };
}

function readParamName(raw: string, isDynamic: boolean): string {
	// A name that comes of a template or a tag has no value here: it stays as written.
	return trimBlanks(isDynamic ? raw : removeComments(raw));
}

/** In source order. They come in the order in which they close: inner ones before the one that they are in. */
function removeNested(calls: readonly Call[]): Call[] {
	const outermost: Call[] = [];
	for (const call of calls) {
		while ((outermost[outermost.length - 1]?.start ?? -1) > call.start) outermost.pop();
		outermost.push(call);
	}
	return outermost;
}
// What MediaWikiTitleCodec takes for white space, and the direction marks that it drops.
const WHITE_SPACE = /[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\s]+/g;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e]/g;
/** Nothing in it to be cleaned: how nearly all are written. */
const PLAIN_NAME = /^[A-Z][a-zA-Z]*(?: [a-zA-Z]+)*\s*$/;
/**
 * A template's name as MediaWiki compares it: without comments, namespace and fragment, with spaces for underscores,
 * its first letter upper case. `Template: wikiLearn_application ` is `WikiLearn application`.
 *
 * @param namespaces other names of the namespace on the wiki, lower case (`plantilla`)
 */
export function normalizeTemplateName(raw: string, namespaces: readonly string[] = []): string {
	if (PLAIN_NAME.test(raw)) return raw.trim();
	const name = removeMarks(decodeEntities(removeComments(raw)).replace(/#[^]*/, ''));
	const colon = name.indexOf(':');
	const namespace = name.slice(0, Math.max(colon, 0)).trim().toLowerCase();
	const isTemplateNamespace = namespace === 'template' || namespaces.includes(namespace);
	const nameWithoutNamespace = isTemplateNamespace ? name.slice(colon + 1).trim() : name;
	return nameWithoutNamespace.charAt(0).toUpperCase() + nameWithoutNamespace.slice(1);
}

function removeMarks(name: string): string {
	return name.replace(DIRECTION_MARKS, '').replace(WHITE_SPACE, ' ').trim();
}
