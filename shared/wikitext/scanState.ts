import type { Comment, ExtensionNode, Heading, Part, Range, Scan, TemplateNode } from './scan.ts';

/**
 * The extension tags of Wikimedia's wikis: the preprocessor does not parse their content. A wiki lists its own in
 * `meta=siteinfo&siprop=extensiontags`.
 */
export const EXTENSION_TAGS: readonly string[] = (
	'nowiki pre gallery indicator langconvert ref references syntaxhighlight source math chem ce score timeline ' +
	'templatedata templatestyles poem section inputbox imagemap hiero categorytree charinsert maplink mapframe ' +
	'mapdata graph phonos languages rss dynamicpagelist quiz'
).split(' ');

interface OpenPart extends Part {
	start: number;
	end: number;
	equals: number;
	hasDynamicName: boolean;
	/** The exclusive end of the last comment in it. `visualEnd`: the start of the white space before that comment. */
	commentEnd: number;
	visualEnd: number;
}

/** An unclosed construct: braces, links, `-{`, or a heading (`\n`). */
export interface Piece {
	open: '{' | '[' | '-{' | '\n';
	close: '}' | ']' | '}-' | '\n';
	/** The number of unmatched opening characters (for a heading: its equals signs, at most 6). */
	count: number;
	/** The offset of the first opening character. */
	start: number;
	/** Whether a `-` before the braces may still become part of `-{`. */
	hasDash: boolean;
	parts: OpenPart[];
}

export interface ScanState {
	readonly text: string;
	readonly tagPattern: RegExp;
	at: number;
	readonly stack: Piece[];
	top: Piece | undefined;
	/** The end of the last closed template, argument or extension tag. */
	lastNodeEnd: number;
	/** Whether no `>` follows, and the tags whose closing tag does not follow. They keep hostile pages linear. */
	hasNoMoreGreater: boolean;
	readonly unclosedTags: string[];
	readonly templates: TemplateNode[];
	readonly headings: Heading[];
	readonly comments: Comment[];
	readonly ignored: Range[];
	readonly extensions: ExtensionNode[];
	readonly checkpoints: number[];
	steps: number;
}

const IGNORED_TAGS = 'noinclude|/noinclude|onlyinclude|/onlyinclude';

function createTagPattern(tags: readonly string[]): RegExp {
	return new RegExp(`(?:${[...tags, 'includeonly'].join('|')}|${IGNORED_TAGS})(?=[ \\t-\\r>]|/>)`, 'iy');
}

/** Compiling a pattern takes as long as scanning a short page. */
const DEFAULT_TAG_PATTERN = createTagPattern(EXTENSION_TAGS);

export function createState(text: string, tags: readonly string[]): ScanState {
	return {
		text,
		tagPattern: tags === EXTENSION_TAGS ? DEFAULT_TAG_PATTERN : createTagPattern(tags),
		at: 0,
		stack: [],
		top: undefined,
		lastNodeEnd: 0,
		hasNoMoreGreater: false,
		unclosedTags: [],
		templates: [],
		headings: [],
		comments: [],
		ignored: [],
		extensions: [],
		checkpoints: [],
		steps: 0,
	};
}

/** Resumes the previous scan at the last checkpoint in the texts' common prefix. */
export function resumeState(text: string, tags: readonly string[], previous: Scan): ScanState {
	const at = findLastCheckpoint(text, previous);
	const state = createState(text, tags);
	state.at = state.lastNodeEnd = at;
	copyUntil(state.templates, previous.templates, at);
	copyUntil(state.headings, previous.headings, at);
	copyUntil(state.comments, previous.comments, at);
	copyUntil(state.ignored, previous.ignored, at);
	copyUntil(state.extensions, previous.extensions, at);
	for (const end of previous.checkpoints) if (end <= at) state.checkpoints.push(end);
	return state;
}

function copyUntil<T extends Range>(nodes: T[], previous: readonly T[], at: number): void {
	for (const node of previous) if (node.end <= at) nodes.push(node);
}

/** The last checkpoint in the texts' common prefix. */
function findLastCheckpoint(text: string, previous: Scan): number {
	let [low, high] = [0, previous.checkpoints.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const end = previous.checkpoints[middle] ?? 0;
		if (text.slice(0, end) === previous.text.slice(0, end)) low = middle + 1;
		else high = middle;
	}
	return previous.checkpoints[low - 1] ?? 0;
}

export function pushPiece(state: ScanState, piece: Piece): void {
	state.stack.push(piece);
	state.top = piece;
}

export function popPiece(state: ScanState): void {
	state.stack.pop();
	state.top = state.stack[state.stack.length - 1];
}

export function createPart(start: number): OpenPart {
	return { start, end: -1, equals: -1, hasDynamicName: false, commentEnd: -1, visualEnd: -1 };
}

export function getCurrentPart(piece: Piece): OpenPart {
	return piece.parts[piece.parts.length - 1] ?? createPart(piece.start);
}

/** Counts consecutive characters of `chars` from `from` on (`direction` 1) or before it (-1). */
export function countRun(
	state: ScanState,
	chars: string,
	from: number,
	direction: 1 | -1,
	limit = Infinity,
): number {
	let length = 0;
	let next = direction > 0 ? from : from - 1;
	while (length < limit && next >= 0 && next < state.text.length && chars.includes(state.text.charAt(next))) {
		length++;
		next += direction;
	}
	state.steps += length;
	return length;
}
