import {
	getCurrentPart,
	createPart,
	popPiece,
	pushPiece,
	countRun,
	type Piece,
	type ScanState,
} from './scanState.ts';

const CLOSINGS = { '{': '}', '[': ']', '-{': '}-' } as const;

function looksForPipe(piece: Piece | undefined): piece is Piece {
	return piece !== undefined && piece.open !== '\n' && piece.open !== '[';
}

export function looksForEquals(piece: Piece | undefined): piece is Piece {
	return looksForPipe(piece) && piece.parts.length > 1 && getCurrentPart(piece).equals < 0;
}

/** At a `|` or `=`, which count only directly inside a template, an argument or `-{`. */
export function splitPart(state: ScanState, char: '|' | '='): void {
	const { top, at } = state;
	if (char === '|' && looksForPipe(top)) {
		endPart(state, top);
		top.parts.push(createPart(at + 1));
	} else if (char === '=' && looksForEquals(top)) {
		const part = getCurrentPart(top);
		part.equals = at;
		part.hasDynamicName = state.lastNodeEnd > part.start;
	}
	state.at++;
}

function endPart(state: ScanState, piece: Piece): void {
	const part = getCurrentPart(piece);
	part.end = state.at;
	if (part.equals < 0) part.hasDynamicName = state.lastNodeEnd > part.start;
}

/** At `{`, `[`, `-` or an unmatched closing character. */
export function openBrackets(state: ScanState, char: string): void {
	const { text, at } = state;
	if (char === '-' ? text.charAt(at + 1) !== '{' : char !== '{' && char !== '[') {
		state.at++;
		return;
	}
	const first = char === '-' ? at + 1 : at;
	const count = countRun(state, text.charAt(first), first, 1);
	state.at = first + count;
	// `-{{` is read as a dash and a template until the closing braces show otherwise: the rightmost match wins.
	if (char === '-' && count === 1) {
		pushBrackets(state, '-{', 2, at, false);
	} else if (count >= 2) {
		pushBrackets(state, char === '[' ? '[' : '{', count, first, char === '-');
	}
}

function pushBrackets(
	state: ScanState,
	open: '{' | '[' | '-{',
	count: number,
	start: number,
	dash: boolean,
): void {
	pushPiece(state, {
		open,
		close: CLOSINGS[open],
		count,
		start,
		hasDash: dash,
		parts: [createPart(start + count)],
	});
}

/** At a closing character of the innermost open piece. */
export function closeBrackets(state: ScanState, piece: Piece): void {
	// Counts only as many as can match: counting a whole long row each time would be quadratic.
	const maxMatching = Math.min(piece.count, piece.open === '{' ? 3 : 2);
	const matching = piece.open === '-{' ? 2 : countRun(state, piece.close, state.at, 1, maxMatching);
	if (matching < 2) {
		state.at += matching;
		return;
	}
	endPart(state, piece);
	state.at += matching;
	if (piece.open === '{') closeNode(state, piece, matching);
	popPiece(state);
	reopen(state, piece, piece.count - matching);
	// After two of three opening braces are closed, the text that follows may close the third.
	if (piece.open === '{' && matching === maxMatching && isCheckpoint(state)) state.checkpoints.push(state.at);
}

/** Nothing is open, and no opening is treated as text because the rest of the page does not close it. */
function isCheckpoint({ top, hasNoMoreGreater, unclosedTags }: ScanState): boolean {
	return !top && !hasNoMoreGreater && unclosedTags.length === 0;
}

function closeNode(state: ScanState, piece: Piece, matching: number): void {
	const start = piece.start + piece.count - matching;
	const { headings } = state;
	// Headings inside the template are not headings of the page.
	for (
		let last = headings[headings.length - 1];
		last && last.start >= start;
		last = headings[headings.length - 1]
	) {
		headings.pop();
	}
	if (matching === 2) state.templates.push({ start, end: state.at, parts: piece.parts });
	state.lastNodeEnd = state.at;
}

/** Unmatched opening characters, as in `{{{{{a}}} b}}`, stay open. */
function reopen(state: ScanState, piece: Piece, unmatched: number): void {
	if (unmatched >= 2 && (piece.open === '{' || piece.open === '[')) {
		pushBrackets(state, piece.open, unmatched, piece.start, piece.hasDash);
	} else if (unmatched === 1 && piece.hasDash) {
		pushBrackets(state, '-{', 2, piece.start - 1, false);
	}
}
