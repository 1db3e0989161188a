import {
	getCurrentPart,
	createPart,
	popPiece,
	pushPiece,
	countRun,
	type Piece,
	type ScanState,
} from './scanState.ts';
import { looksForEquals } from './scanBrackets.ts';

/** At a line's first character: checks whether a heading starts here. */
export function startLine(state: ScanState): void {
	const count = countRun(state, '=', state.at, 1, 6);
	// In a parameter's name, a single `=` ends the name instead.
	if (count === 0 || (count === 1 && looksForEquals(state.top))) return;
	pushPiece(state, {
		open: '\n',
		close: '\n',
		count,
		start: state.at,
		hasDash: false,
		parts: [createPart(state.at)],
	});
	state.at += count;
}

/** At the line break (or the end of the text) after an open heading. Leaves the line break for `startLine`. */
export function endHeading(state: ScanState): void {
	const piece = state.top;
	if (!piece) return;
	const lineEnd = findVisualEnd(state, piece);
	const run = countRun(state, '=', lineEnd, -1);
	const level = getHeadingLevel(piece, lineEnd, run);
	popPiece(state);
	if (level > 0) {
		state.headings.push({
			level,
			start: piece.start,
			end: state.at,
			title: state.text.slice(piece.start + level, lineEnd - level),
		});
	}
}

/** The visible end of the line: before trailing blanks and one trailing comment (or several adjacent ones). */
function findVisualEnd(state: ScanState, piece: Piece): number {
	const { commentEnd, visualEnd: beforeComment } = getCurrentPart(piece);
	const end = state.at - countRun(state, ' \t', state.at, -1);
	return end === commentEnd ? beforeComment - countRun(state, ' \t', beforeComment, -1) : end;
}

function getHeadingLevel(piece: Piece, lineEnd: number, run: number): number {
	if (lineEnd - run !== piece.start) return Math.min(run, piece.count);
	// Only equals signs: `===` is a heading of level 1 with the title `=`.
	return run < 3 ? 0 : Math.min(6, Math.floor((run - 1) / 2));
}
