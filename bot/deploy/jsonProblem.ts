import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Problem } from '../../shared/programme/problem.ts';
import { showValue } from '../../shared/programme/showValue.ts';

/** The parser's errors, for people who never heard of JSON. */
const EXPECTED: Readonly<Record<string, string>> = {
	PropertyNameExpected: 'a key in double quotes, and no comma before }',
	ValueExpected: 'a value: text in double quotes, a number, true, false, [ or {; and no comma before ]',
	InvalidSymbol: 'text in straight double quotes, a number, true or false',
	ColonExpected: 'a colon after the key',
	CommaExpected: 'a comma, a closing bracket, or a backslash before a quotation mark inside a text: \\"',
	CloseBraceExpected: 'the } of an object that is not closed',
	CloseBracketExpected: 'the ] of a list that is not closed',
	EndOfFileExpected: 'nothing after the end',
	InvalidCommentToken: 'no comments: JSON has none',
	UnexpectedEndOfString: 'double quotes at the end of this text, on its own line',
	InvalidEscapeCharacter: 'two backslashes for one',
};

/**
 * The first place at which a text is not JSON, or null. The wiki itself saves no page that is not; files are another
 * matter. `JSON.parse` lets a key stand twice and keeps the last: here that is an error.
 */
export function jsonProblem(text: string): Problem | null {
	const problems: Problem[] = [];
	const tell = (expected: string, at: number, line: number, column: number): void => {
		const there = showValue(/^.{0,30}/.exec(text.slice(at))?.[0]);
		const found = `${there === '""' ? 'the end' : there} in line ${line + 1}, column ${column + 1}`;
		problems.push({ path: '', found, expected, example: '' });
	};
	const open: Set<string>[] = [];
	visit(
		text,
		{
			onObjectBegin: () => void open.push(new Set()),
			onObjectEnd: () => void open.pop(),
			onObjectProperty: (key, at, _length, line, column) => {
				const keys = open[open.length - 1];
				if (keys?.has(key)) tell('each key only once', at, line, column);
				keys?.add(key);
			},
			onError: (code, at, _length, line, column) => {
				tell(EXPECTED[printParseErrorCode(code)] ?? 'JSON', at, line, column);
			},
		},
		{ disallowComments: true },
	);
	return problems[0] ?? null;
}
