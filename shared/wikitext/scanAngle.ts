import type { Comment } from './scan.ts';
import { getCurrentPart, countRun, type ScanState } from './scanState.ts';
import { startLine } from './scanHeading.ts';

/** At a `<`: a comment, an extension tag, an inclusion tag, or plain text. */
export function scanAngle(state: ScanState): void {
	if (state.text.startsWith('!--', state.at + 1)) {
		scanComment(state);
		return;
	}
	state.tagPattern.lastIndex = state.at + 1;
	const match = state.tagPattern.exec(state.text);
	if (match) scanTag(state, match[0]);
	else state.at++;
}

function scanComment(state: ScanState): void {
	const { text, at: start } = state;
	const close = text.indexOf('-->', start + 4);
	if (close < 0) {
		state.comments.push({ start, end: text.length, cutStart: start, cutEnd: text.length });
		state.at = text.length;
		return;
	}
	const cutStart = start - countRun(state, ' \t', start, -1);
	const run = cutStart > 0 && text.charAt(cutStart - 1) === '\n' ? findLineComments(state, start) : [];
	const last = run[run.length - 1];
	const end = last ? last.cutEnd : close + 3;
	recordComment(state, cutStart, end);
	// Pushed one by one, because a line can have more comments than a call can have arguments.
	for (const comment of last ? run : [{ start, end, cutStart: start, cutEnd: end }])
		state.comments.push(comment);
	state.at = end;
	// The comments include the line break, but a new line starts here.
	if (last) startLine(state);
}

/** The comments from `first` to the end of the line, if there are only blanks between and after them. */
function findLineComments(state: ScanState, first: number): readonly Comment[] {
	const { text } = state;
	const run: { start: number; end: number; cutStart: number; cutEnd: number }[] = [];
	let cutStart = first - countRun(state, ' \t', first, -1);
	let start = first;
	while (text.startsWith('<!--', start)) {
		// Except for the first, MediaWiki accepts `<!--->` as a complete comment.
		const close = text.indexOf('-->', start + (start === first ? 4 : 3));
		if (close < 0) break;
		state.steps++;
		const end = close + 3;
		const cutEnd = end + countRun(state, ' \t', end, 1);
		run.push({ start, end, cutStart, cutEnd });
		start = cutStart = cutEnd;
	}
	const last = run[run.length - 1];
	if (!last || text.charAt(last.cutEnd) !== '\n') return [];
	last.cutEnd++;
	return run;
}

/** Comments may follow a heading, so this records where they start. */
function recordComment(state: ScanState, cutStart: number, end: number): void {
	if (!state.top) return;
	const part = getCurrentPart(state.top);
	if (part.commentEnd !== cutStart) part.visualEnd = cutStart;
	part.commentEnd = end;
}

function scanTag(state: ScanState, name: string): void {
	const { text, at: start } = state;
	const tagEnd = state.hasNoMoreGreater ? -1 : text.indexOf('>', start + name.length + 1);
	if (tagEnd < 0) {
		state.hasNoMoreGreater = true;
		state.at++;
		return;
	}
	const lowerName = name.toLowerCase();
	if (/^\/|^(?:noinclude|onlyinclude)$/.test(lowerName)) {
		state.at = tagEnd + 1;
		state.ignored.push({ start, end: state.at });
		return;
	}
	const close =
		text.charAt(tagEnd - 1) === '/' ? tagEnd + 1 : findClosingTag(state, name, lowerName, tagEnd + 1);
	addElement(state, lowerName, start, tagEnd, close);
}

type Closing = number | { readonly start: number; readonly end: number } | null;

/** The closing tag's range, the end of the text if none is needed, or null if the tag is plain text. */
function findClosingTag(state: ScanState, name: string, lowerName: string, from: number): Closing {
	if (!state.unclosedTags.includes(lowerName)) {
		const closing = new RegExp(`</${name}[ \\t-\\r]*>`, 'ig');
		closing.lastIndex = from;
		const match = closing.exec(state.text);
		if (match) return { start: match.index, end: closing.lastIndex };
	}
	// MediaWiki compares the name case-sensitively here.
	if (name === 'includeonly') return state.text.length;
	state.unclosedTags.push(lowerName);
	return null;
}

function addElement(state: ScanState, name: string, start: number, tagEnd: number, close: Closing): void {
	state.at = close === null ? tagEnd + 1 : typeof close === 'number' ? close : close.end;
	if (close === null) return;
	if (name === 'includeonly') {
		state.ignored.push({ start, end: state.at });
		return;
	}
	const inner = typeof close === 'number' ? null : { start: tagEnd + 1, end: close.start };
	state.extensions.push({ name, start, end: state.at, inner });
	state.lastNodeEnd = state.at;
}
