/** Where and why a text is no JSON, in words for people who never heard of JSON. */
export interface JsonError {
	/** Characters before the place. */
	readonly at: number;
	readonly expected: string;
	readonly hint?: string;
}

/** Where reading goes on, or what stopped it. */
type Step = number | JsonError;

const maxDepth = 64;
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalarToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first place at which a text is not JSON, or null. `JSON.parse` knows it too, but browsers word and count it each
 * in their own way, and it lets a key stand twice and keeps the last.
 */
export function findJsonError(text: string): JsonError | null {
	const end = readValue(text, skipBlank(text, 0), 0);
	if (typeof end !== 'number') return end;
	const rest = skipBlank(text, end);
	return rest < text.length ? fail(rest, 'the end of the page', 'Remove what stands after the end.') : null;
}

function readValue(text: string, at: number, depth: number): Step {
	if (depth > maxDepth) return fail(at, 'fewer brackets inside each other');
	if (text[at] === '{') return readMembers(text, at, depth, '}');
	if (text[at] === '[') return readMembers(text, at, depth, ']');
	if (text[at] === '"') return readString(text, at);
	const end = matchAt(scalarToken, text, at);
	return (
		end ?? fail(at, 'a value: text in double quotes, a number, true, false, [ or {', valueHint(text, at))
	);
}

/** The items of a list, or the keys and values of an object, with their closing bracket. */
function readMembers(text: string, start: number, depth: number, close: '}' | ']'): Step {
	const keys = new Set<string>();
	let at = skipBlank(text, start + 1);
	if (text[at] === close) return at + 1;
	for (;;) {
		const end: Step = close === '}' ? readPair(text, at, depth, keys) : readValue(text, at, depth + 1);
		if (typeof end !== 'number') return end;
		at = skipBlank(text, end);
		if (text[at] === close) return at + 1;
		if (text[at] !== ',') return fail(at, `a comma or ${close}`, separatorHint(text, at, start, close));
		const comma = at;
		at = skipBlank(text, at + 1);
		if (text[at] === close) return fail(comma, `no comma before ${close}`, 'Remove this comma.');
	}
}

function readPair(text: string, at: number, depth: number, keys: Set<string>): Step {
	if (text[at] !== '"') return fail(at, 'a key in double quotes', valueHint(text, at));
	const end = readString(text, at);
	if (typeof end !== 'number') return end;
	const key = text.slice(at, end);
	if (keys.has(key)) return fail(at, 'each key only once', `${key.slice(0, 60)} stands here a second time.`);
	keys.add(key);
	const colon = skipBlank(text, end);
	if (text[colon] !== ':') return fail(colon, `a colon after the key ${key.slice(0, 60)}`);
	return readValue(text, skipBlank(text, colon + 1), depth + 1);
}

function readString(text: string, at: number): Step {
	const end = matchAt(stringToken, text, at);
	if (end !== null) return end;
	const good = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
	const bad = matchAt(good, text, at) ?? at;
	return text[bad] === '\\'
		? fail(bad, 'another character after the backslash', 'Write a backslash as two of them.')
		: fail(at, 'double quotes at the end of this text', 'A text must end on its own line.');
}

function valueHint(text: string, at: number): string | undefined {
	const character = text[at] ?? '';
	if (character === '') return 'The page ends too early: a closing bracket is missing.';
	if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'JSON has no comments: remove this one.';
	if (/['‘’“”„«»`]/.test(character)) return 'Use straight double quotes: "';
	if (character === ',') return 'Remove this comma.';
	return /\w/.test(character) ? 'Put text in double quotes: "' : undefined;
}

function separatorHint(text: string, at: number, start: number, close: string): string {
	if (at >= text.length) {
		const { line } = placeOf(text, start);
		return `The page ends too early: the bracket opened in line ${line} needs its ${close}.`;
	}
	if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'JSON has no comments: remove this one.';
	return 'Perhaps a comma is missing just before, or a quotation mark inside a text needs a backslash: \\".';
}

/** Line and column, both from 1, as editors count them. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
	const lines = text.slice(0, at).split(/\r\n|\r|\n/);
	return { line: lines.length, column: (lines[lines.length - 1] ?? '').length + 1 };
}

function skipBlank(text: string, at: number): number {
	return matchAt(/[ \t\r\n]*/y, text, at) ?? at;
}

/** Where the token that starts here ends, or null. */
function matchAt(token: RegExp, text: string, at: number): number | null {
	token.lastIndex = at;
	return token.test(text) ? token.lastIndex : null;
}

function fail(at: number, expected: string, hint?: string): JsonError {
	return { at, expected, ...(hint === undefined ? {} : { hint }) };
}
