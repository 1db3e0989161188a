import { currentPart, newPart, pop, push, span, type Piece, type State } from './scanState.ts';

const closings = { '{': '}', '[': ']', '-{': '}-' } as const;

function looksForPipe(piece: Piece | undefined): piece is Piece {
	return piece !== undefined && piece.open !== '\n' && piece.open !== '[';
}

export function looksForEquals(piece: Piece | undefined): piece is Piece {
	return looksForPipe(piece) && piece.parts.length > 1 && currentPart(piece).equals < 0;
}

/** At a `|` or `=`, which count only directly in a template, an argument or `-{`. */
export function splitPart(state: State, char: '|' | '='): void {
	const { top, at } = state;
	if (char === '|' && looksForPipe(top)) {
		endPart(state, top);
		top.parts.push(newPart(at + 1));
	} else if (char === '=' && looksForEquals(top)) {
		const part = currentPart(top);
		part.equals = at;
		part.dynamicName = state.lastNodeEnd > part.start;
	}
	state.at++;
}

function endPart(state: State, piece: Piece): void {
	const part = currentPart(piece);
	part.end = state.at;
	if (part.equals < 0) part.dynamicName = state.lastNodeEnd > part.start;
}

/** At `{`, `[`, `-` or a closing character that closes nothing. */
export function openBrackets(state: State, char: string): void {
	const { text, at } = state;
	if (char === '-' ? text.charAt(at + 1) !== '{' : char !== '{' && char !== '[') {
		state.at++;
		return;
	}
	const first = char === '-' ? at + 1 : at;
	const count = span(state, text.charAt(first), first, 1);
	state.at = first + count;
	// `-{{` is a dash and a template until the closing braces say otherwise: the rightmost wins.
	if (char === '-' && count === 1) {
		pushBrackets(state, '-{', 2, at, false);
	} else if (count >= 2) {
		pushBrackets(state, char === '[' ? '[' : '{', count, first, char === '-');
	}
}

function pushBrackets(
	state: State,
	open: '{' | '[' | '-{',
	count: number,
	start: number,
	dash: boolean,
): void {
	push(state, { open, close: closings[open], count, start, dash, parts: [newPart(start + count)] });
}

/** At a closing character of the innermost open piece. */
export function closeBrackets(state: State, piece: Piece): void {
	// Never more than can match: counting them all each time would be quadratic in a long row.
	const most = Math.min(piece.count, piece.open === '{' ? 3 : 2);
	const matching = piece.open === '-{' ? 2 : span(state, piece.close, state.at, 1, most);
	if (matching < 2) {
		state.at += matching;
		return;
	}
	endPart(state, piece);
	state.at += matching;
	if (piece.open === '{') closeNode(state, piece, matching);
	pop(state);
	reopen(state, piece, piece.count - matching);
	// Of three opening braces the third may be closed by what follows.
	if (piece.open === '{' && matching === most && isSettled(state)) state.settled.push(state.at);
}

/** Nothing is open, and nothing was taken for text because what would close it was not found in the rest of the page. */
function isSettled({ top, noMoreGreater, noMoreClosing }: State): boolean {
	return !top && !noMoreGreater && noMoreClosing.length === 0;
}

function closeNode(state: State, piece: Piece, matching: number): void {
	const start = piece.start + piece.count - matching;
	const { headings } = state;
	// What looked like headings inside is the template's own matter.
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

/** Opening characters that are left over, as in `{{{{{a}}} b}}`, stay open. */
function reopen(state: State, piece: Piece, left: number): void {
	if (left >= 2 && (piece.open === '{' || piece.open === '[')) {
		pushBrackets(state, piece.open, left, piece.start, piece.dash);
	} else if (left === 1 && piece.dash) {
		pushBrackets(state, '-{', 2, piece.start - 1, false);
	}
}
