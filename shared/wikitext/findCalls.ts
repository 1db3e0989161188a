import { trimBlanks } from './trimBlanks.ts';
import { withoutComments } from './withoutComments.ts';
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
	readonly positional: boolean;
	/** Raw wikitext between the `=` (or `|`) and the next `|` or `}}`. */
	readonly value: string;
	readonly valueStart: number;
}

// A title has at most 255 bytes; the rest is room for comments. The bound keeps unclosed braces linear.
const longestName = 1000;

/**
 * Of one page no more are read: what compares calls with each other would take hours over the 58,000 that fit on one.
 * Nobody has more to say; a talk page is archived long before.
 */
export const mostCalls = 1000;

/**
 * The calls of the templates that `isWanted` picks by their raw name, in source order. A call inside a wanted call is
 * part of that one's value; a call inside another template counts. `unclosed` has those whose `}}` is missing: their
 * parameters reach as far as could be read. Of each at most `mostCalls`.
 *
 * @param from where to begin; nothing may be open there
 */
export function findCalls(
	scan: Scan,
	isWanted: (rawName: string) => boolean,
	from = 0,
): { readonly calls: readonly Call[]; readonly unclosed: readonly Call[] } {
	const pick = (nodes: readonly TemplateNode[]): Call[] => {
		const calls: Call[] = [];
		for (const node of nodes)
			if (node.start >= from && isWanted(rawName(scan, node))) calls.push(readCall(scan, node));
		return calls;
	};
	return {
		calls: outermost(pick(scan.templates)).slice(0, mostCalls),
		unclosed: pick(scan.unclosed).slice(0, mostCalls),
	};
}

function rawName(scan: Scan, node: TemplateNode): string {
	const part = node.parts[0];
	if (!part || part.dynamicName) return '';
	const name = scan.text.slice(
		part.start,
		Math.min(part.start + longestName, part.end < 0 ? Infinity : part.end),
	);
	// A call that never closes and has no parameter: what stands on the line is its name.
	if (part.end < 0) return (/^\s*[^\n{}|]*/.exec(name) ?? [''])[0];
	return part.end - part.start > longestName ? '' : name;
}

function readCall(scan: Scan, node: TemplateNode): Call {
	const { text } = scan;
	let positions = 0;
	const params = node.parts.slice(1).map((part): Param => {
		const end = part.end < 0 ? node.end : part.end;
		const positional = part.equals < 0;
		const valueStart = positional ? part.start : part.equals + 1;
		return {
			name: positional
				? String(++positions)
				: paramName(text.slice(part.start, part.equals), part.dynamicName),
			positional,
			value: text.slice(valueStart, end),
			valueStart,
			start: part.start,
			end,
		};
	});
	return { name: rawName(scan, node).trim(), params, start: node.start, end: node.end };
}

function paramName(raw: string, dynamic: boolean): string {
	// A name that comes of a template or a tag has no value here: it stays as written.
	return trimBlanks(dynamic ? raw : withoutComments(raw));
}

/** In source order. They come in the order in which they close: inner ones before the one that they are in. */
function outermost(calls: readonly Call[]): Call[] {
	const kept: Call[] = [];
	for (const call of calls) {
		while ((kept[kept.length - 1]?.start ?? -1) > call.start) kept.pop();
		kept.push(call);
	}
	return kept;
}
