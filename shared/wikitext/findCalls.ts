import { decodeEntities, trimBlanks, removeComments } from './plainText.ts';
import type { Range, Scan, TemplateNode } from './scan.ts';

/** A template call on a page. */
export interface Call extends Range {
	/** The name as written, trimmed, with its comments. */
	readonly name: string;
	readonly params: readonly Param[];
}

export interface Param extends Range {
	/** The name as MediaWiki reads it; `1`, `2` … for positional parameters. */
	readonly name: string;
	/** Whether the position is the name. MediaWiki does not trim such values. */
	readonly isPositional: boolean;
	/** Raw wikitext between the `=` (or `|`) and the next `|` or `}}`. */
	readonly value: string;
	readonly valueStart: number;
}

// A title has at most 255 bytes; the rest is for comments. The limit keeps unclosed braces linear.
const MAX_NAME_LENGTH = 1000;

/**
 * The maximum number of calls read per page. Comparing the 58,000 calls that fit on a page with each other would take
 * hours, and a talk page is archived long before 1000.
 */
export const MAX_CALLS = 1000;

/**
 * Finds the calls of the templates that `isMatch` selects by raw name, in source order. Calls inside a matching call are
 * part of its value; calls inside other templates count. `unclosed` has calls without `}}`, with the parameters that
 * could be read. Each list has at most `MAX_CALLS`.
 *
 * @param from where to start; nothing may be open there
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
	// An unclosed call without parameters: the rest of the line is its name.
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
	// The value of a template or tag in a name is unknown here, so the name stays as written.
	return trimBlanks(isDynamic ? raw : removeComments(raw));
}

/** Returns the outermost calls in source order. The input is in the order of closing: inner calls before outer ones. */
function removeNested(calls: readonly Call[]): Call[] {
	const outermost: Call[] = [];
	for (const call of calls) {
		while ((outermost[outermost.length - 1]?.start ?? -1) > call.start) outermost.pop();
		outermost.push(call);
	}
	return outermost;
}
// What MediaWikiTitleCodec treats as white space, and the direction marks that it drops.
const WHITE_SPACE = /[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\s]+/g;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e]/g;
/** Fast path for nearly all names: nothing to normalize. */
const PLAIN_NAME = /^[A-Z][a-zA-Z]*(?: [a-zA-Z]+)*\s*$/;
/**
 * Normalizes a template name as MediaWiki does: drops comments, namespace and fragment, replaces underscores with spaces
 * and capitalizes the first letter. `Template: wikiLearn_application ` becomes `WikiLearn application`.
 *
 * @param namespaces other names of the namespace on the wiki, in lower case (`plantilla`)
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
