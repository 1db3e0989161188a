import { transform } from 'esbuild';

/**
 * Saving a script or style sheet transforms it like any page: `~~~~` becomes a signature, `{{subst:…}}` is substituted,
 * and the stored page is parsed for categories. Wrapping it in `<nowiki>` prevents that unless it contains a closing tag.
 * The sequences are escaped as well, because communities copy scripts without their first line.
 */
const TRANSFORMED_PATTERNS: readonly (readonly [pattern: RegExp, escaped: string])[] = [
	[/~~(?=~)/g, '~\\x7e'],
	[/\{\{(?=\s*(?:safe)?subst:)/gi, '{\\x7b'],
	[/\[\[(?=\s*category:)/gi, '[\\x5b'],
	[/<\/(?=nowiki)/gi, '<\\/'],
];

/** MediaWiki stores pages in NFC, without control characters, carriage returns and trailing white space. */
function isStoredUnchanged(text: string): boolean {
	return Array.from(text).every(isStored) && text.normalize('NFC').trimEnd() === text;
}

function isStored(char: string): boolean {
	const control = char < ' ' && char !== '\n' && char !== '\t';
	return (
		!control && !/[\u007f-\u009f\ufffe\uffff]|^[\ud800-\udfff]$/.test(char) && char.normalize('NFC') === char
	);
}

/** Escapes a character in a script's strings if the wiki would store a different one. */
function escapeUnstored(char: string): string {
	if (isStored(char) || char === '\r') return char;
	const units = char.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
	return units.map((unit) => `\\u${unit}`).join('');
}

/**
 * Escapes a script so that the wiki stores it unchanged and it keeps its meaning.
 * @throws Error if that is not possible
 */
export async function protectScript(name: string, script: string): Promise<string> {
	let escaped = Array.from(script.trimEnd(), escapeUnstored).join('');
	for (const [pattern, replacement] of TRANSFORMED_PATTERNS) escaped = escaped.replace(pattern, replacement);
	// Outside a string, the escape is a syntax error or changes the meaning of a regular expression.
	const unchanged = await minify(escaped).catch(() => null);
	if (unchanged !== (await minify(script))) {
		throw new Error(
			`${name}: saving would transform text outside a string (~~~, {{subst:, [[Category:, </nowiki>, a control character); rewrite it`,
		);
	}
	return wrap(name, escaped);
}

/** Checks a style sheet in the same way, but escapes nothing: style sheets do not need such text. */
export function protectStyle(name: string, style: string): string {
	return wrap(name, style.trimEnd());
}

function wrap(name: string, body: string): string {
	const unescaped = TRANSFORMED_PATTERNS.map(([pattern]) => body.match(pattern)?.[0]).find(
		(match) => match !== undefined,
	);
	if (unescaped !== undefined) throw new Error(`${name}: saving would transform ${unescaped}`);
	const page = `/* <nowiki> */\n${body}\n/* </nowiki> */`;
	if (!isStoredUnchanged(page)) throw new Error(`${name}: saving would normalize its characters`);
	return page;
}

async function minify(script: string): Promise<string> {
	return (await transform(script, { minify: true, charset: 'utf8' })).code;
}
