import type { Comment, ExtensionNode, Heading, Part, Range, Scan, TemplateNode } from './scan.ts';

/**
 * The extension tags of Wikimedia wikis: their content is opaque to the preprocessor. A wiki tells its own by
 * `meta=siteinfo&siprop=extensiontags`.
 */
export const extensionTags: readonly string[] = (
	'nowiki pre gallery indicator langconvert ref references syntaxhighlight source math chem ce score timeline ' +
	'templatedata templatestyles poem section inputbox imagemap hiero categorytree charinsert maplink mapframe ' +
	'mapdata graph phonos languages rss dynamicpagelist quiz'
).split(' ');

export interface OpenPart extends Part {
	start: number;
	end: number;
	equals: number;
	dynamicName: boolean;
	/** The end of the last comment in it (exclusive), and where the white space before that comment began. */
	commentEnd: number;
	visualEnd: number;
}

/** Something opened and not yet closed: braces, links, `-{`, or a heading (`\n`). */
export interface Piece {
	open: '{' | '[' | '-{' | '\n';
	close: '}' | ']' | '}-' | '\n';
	/** How many opening characters are left unmatched (for a heading: its equals signs, at most 6). */
	count: number;
	/** Where the first of them stands. */
	start: number;
	/** Whether a `-` before the braces may still turn out to be part of `-{`. */
	dash: boolean;
	parts: OpenPart[];
}

export interface State {
	readonly text: string;
	readonly element: RegExp;
	at: number;
	readonly stack: Piece[];
	top: Piece | undefined;
	/** The end of the last template, argument or extension tag that closed. */
	lastNodeEnd: number;
	/** No `>` right of here; no closing tag of these names right of here. They keep hostile pages linear. */
	noMoreGreater: boolean;
	readonly noMoreClosing: string[];
	readonly templates: TemplateNode[];
	readonly headings: Heading[];
	readonly comments: Comment[];
	readonly ignored: Range[];
	readonly extensions: ExtensionNode[];
	readonly settled: number[];
	steps: number;
}

const ignoredTags = 'noinclude|/noinclude|onlyinclude|/onlyinclude';

function elementOf(tags: readonly string[]): RegExp {
	return new RegExp(`(?:${[...tags, 'includeonly'].join('|')}|${ignoredTags})(?=[ \\t-\\r>]|/>)`, 'iy');
}

/** To make one takes as long as to scan a short page. */
const usualElement = elementOf(extensionTags);

export function newState(text: string, tags: readonly string[]): State {
	return {
		text,
		element: tags === extensionTags ? usualElement : elementOf(tags),
		at: 0,
		stack: [],
		top: undefined,
		lastNodeEnd: 0,
		noMoreGreater: false,
		noMoreClosing: [],
		templates: [],
		headings: [],
		comments: [],
		ignored: [],
		extensions: [],
		settled: [],
		steps: 0,
	};
}

/** The state in which the scan before was where the texts still are the same, if nothing was open there. */
export function resumedState(text: string, tags: readonly string[], before: Scan): State {
	const at = lastSame(text, before);
	const state = newState(text, tags);
	state.at = state.lastNodeEnd = at;
	takeOver(state.templates, before.templates, at);
	takeOver(state.headings, before.headings, at);
	takeOver(state.comments, before.comments, at);
	takeOver(state.ignored, before.ignored, at);
	takeOver(state.extensions, before.extensions, at);
	for (const end of before.settled) if (end <= at) state.settled.push(end);
	return state;
}

function takeOver<T extends Range>(nodes: T[], before: readonly T[], at: number): void {
	for (const node of before) if (node.end <= at) nodes.push(node);
}

/** The last settled place up to which the texts are the same. */
function lastSame(text: string, before: Scan): number {
	let [low, high] = [0, before.settled.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const end = before.settled[middle] ?? 0;
		if (text.slice(0, end) === before.text.slice(0, end)) low = middle + 1;
		else high = middle;
	}
	return before.settled[low - 1] ?? 0;
}

export function push(state: State, piece: Piece): void {
	state.stack.push(piece);
	state.top = piece;
}

export function pop(state: State): void {
	state.stack.pop();
	state.top = state.stack[state.stack.length - 1];
}

export function newPart(start: number): OpenPart {
	return { start, end: -1, equals: -1, dynamicName: false, commentEnd: -1, visualEnd: -1 };
}

export function currentPart(piece: Piece): OpenPart {
	return piece.parts[piece.parts.length - 1] ?? newPart(piece.start);
}

/** How many of `chars` stand in a row from `from` on, in direction `by` (1, or -1 to look at what stands before). */
export function span(state: State, chars: string, from: number, by: 1 | -1, max = Infinity): number {
	let length = 0;
	let next = by > 0 ? from : from - 1;
	while (length < max && next >= 0 && next < state.text.length && chars.includes(state.text.charAt(next))) {
		length++;
		next += by;
	}
	state.steps += length;
	return length;
}
