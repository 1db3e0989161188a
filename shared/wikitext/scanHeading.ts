import { currentPart, newPart, pop, push, span, type Piece, type State } from './scanState.ts';
import { looksForEquals } from './scanBrackets.ts';

/** At a line's first character: does a heading start here? */
export function startLine(state: State): void {
	const count = span(state, '=', state.at, 1, 6);
	// A single `=` where a parameter's name may end is taken for that.
	if (count === 0 || (count === 1 && looksForEquals(state.top))) return;
	push(state, {
		open: '\n',
		close: '\n',
		count,
		start: state.at,
		dash: false,
		parts: [newPart(state.at)],
	});
	state.at += count;
}

/** At the line break (or the text's end) after an open heading. The line break itself is left for `startLine`. */
export function endHeading(state: State): void {
	const piece = state.top;
	if (!piece) return;
	const lineEnd = visualEnd(state, piece);
	const run = span(state, '=', lineEnd, -1);
	const level = headingLevel(piece, lineEnd, run);
	pop(state);
	if (level > 0) {
		state.headings.push({
			level,
			start: piece.start,
			end: state.at,
			title: state.text.slice(piece.start + level, lineEnd - level),
		});
	}
}

/** Where the line ends for the eye: before trailing blanks and one trailing comment (or several that abut). */
function visualEnd(state: State, piece: Piece): number {
	const { commentEnd, visualEnd: beforeComment } = currentPart(piece);
	const end = state.at - span(state, ' \t', state.at, -1);
	return end === commentEnd ? beforeComment - span(state, ' \t', beforeComment, -1) : end;
}

function headingLevel(piece: Piece, lineEnd: number, run: number): number {
	if (lineEnd - run !== piece.start) return Math.min(run, piece.count);
	// Nothing but equals signs: `===` is a heading of level 1 whose title is `=`.
	return run < 3 ? 0 : Math.min(6, Math.floor((run - 1) / 2));
}
