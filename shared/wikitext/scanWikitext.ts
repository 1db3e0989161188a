import type { Scan } from './scan.ts';
import { closeBrackets, openBrackets, splitPart } from './scanBrackets.ts';
import { endHeading, startLine } from './scanHeading.ts';
import { EXTENSION_TAGS, createState, resumeState } from './scanState.ts';
import { scanAngle } from './scanAngle.ts';

/** Every character that can mean something in some state, by its code. */
const CANDIDATES = new Uint8Array(128);
for (const char of '\n<[]{}|=-') CANDIDATES[char.charCodeAt(0)] = 1;

/**
 * Reads wikitext as MediaWiki's preprocessor does when a page is viewed (`Preprocessor_Hash::buildDomTreeArrayFromText`
 * of 1.39, which 1.43 shares): same rules, but offsets instead of a tree, so that the work stays in proportion to
 * the text whatever it holds. Never throws.
 *
 * @param tags names of the wiki's extension tags, lower case
 * @param previous of a text, such as the page's revision before, that may begin in the same way; with the same tags.
 * What they have in common is not read again.
 */
export function scanWikitext(text: string, tags: readonly string[] = EXTENSION_TAGS, previous?: Scan): Scan {
	const state = previous ? resumeState(text, tags, previous) : createState(text, tags);
	const unchangedUntil = state.at;
	if (unchangedUntil === 0) startLine(state);
	for (;;) {
		state.steps++;
		state.at = findNextCandidate(text, state.at);
		if (state.at < text.length) scanCharacter(state, text.charAt(state.at));
		else if (state.top?.open === '\n') endHeading(state);
		else break;
	}
	return {
		text,
		templates: state.templates,
		unclosed: state.stack
			.filter((piece) => piece.open === '{')
			.map((piece) => ({ start: piece.start, end: text.length, parts: piece.parts })),
		headings: state.headings,
		comments: state.comments,
		ignored: state.ignored,
		extensions: state.extensions,
		checkpoints: state.checkpoints,
		unchangedUntil,
		steps: state.steps,
	};
}

/** A loop: there are so many that to ask a regular expression for each took a seventh of the whole. */
function findNextCandidate(text: string, from: number): number {
	let position = from;
	while (position < text.length && CANDIDATES[text.charCodeAt(position)] !== 1) position++;
	return position;
}

function scanCharacter(state: ReturnType<typeof createState>, char: string): void {
	const { top, text, at } = state;
	if (char === '<') {
		scanAngle(state);
	} else if (char === '\n') {
		if (top?.open === '\n') {
			endHeading(state);
		} else {
			state.at++;
			startLine(state);
		}
	} else if (char === '|' || char === '=') {
		splitPart(state, char);
	} else if (top && text.startsWith(top.close, at)) {
		closeBrackets(state, top);
	} else {
		openBrackets(state, char);
	}
}
