import { transform } from 'esbuild';

/**
 * Saving a script or style sheet transforms it like any page: `~~~~` becomes a signature, `{{subst:…}}` is
 * substituted, and the stored page is parsed for categories. `<nowiki>` around all of it prevents that, unless it is
 * closed inside. The sequences are escaped all the same: communities copy scripts without their first line.
 */
const TRANSFORMED_PATTERNS: readonly (readonly [pattern: RegExp, escaped: string])[] = [
	[/~~(?=~)/g, '~\\x7e'],
	[/\{\{(?=\s*(?:safe)?subst:)/gi, '{\\x7b'],
	[/\[\[(?=\s*category:)/gi, '[\\x5b'],
	[/<\/(?=nowiki)/gi, '<\\/'],
];

/** MediaWiki stores NFC, without control characters, carriage returns and trailing space. */
function isStoredUnchanged(text: string): boolean {
	return Array.from(text).every(isStored) && text.normalize('NFC').trimEnd() === text;
}

function isStored(char: string): boolean {
	const control = char < ' ' && char !== '\n' && char !== '\t';
	return (
		!control && !/[\u007f-\u009f\ufffe\uffff]|^[\ud800-\udfff]$/.test(char) && char.normalize('NFC') === char
	);
}

/** For a string in a script: the character by its number, where the wiki would store another. */
function escapeUnstored(char: string): string {
	if (isStored(char) || char === '\r') return char;
	const units = char.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
	return units.map((unit) => `\\u${unit}`).join('');
}

/**
 * A script as it is saved: unchanged in meaning, and such that the wiki stores exactly this.
 * @throws Error where that cannot be done
 */
export async function protectScript(name: string, script: string): Promise<string> {
	let escaped = Array.from(script.trimEnd(), escapeUnstored).join('');
	for (const [pattern, replacement] of TRANSFORMED_PATTERNS) escaped = escaped.replace(pattern, replacement);
	// Outside of a string the escape is a syntax error or, in a regular expression, another text.
	const unchanged = await minify(escaped).catch(() => null);
	if (unchanged !== (await minify(script))) {
		throw new Error(
			`${name}: what saving would act on stands outside of a string (~~~, {{subst:, [[Category:, </nowiki>, a control character); write it in another way`,
		);
	}
	return wrap(name, escaped);
}

/** The same for a style sheet, where nothing is escaped: it has no need of such text. */
export function protectStyle(name: string, style: string): string {
	return wrap(name, style.trimEnd());
}

function wrap(name: string, body: string): string {
	const unescaped = TRANSFORMED_PATTERNS.map(([pattern]) => body.match(pattern)?.[0]).find(
		(match) => match !== undefined,
	);
	if (unescaped !== undefined) throw new Error(`${name}: saving would act on ${unescaped}`);
	const page = `/* <nowiki> */\n${body}\n/* </nowiki> */`;
	if (!isStoredUnchanged(page)) throw new Error(`${name}: saving would normalize its characters`);
	return page;
}

async function minify(script: string): Promise<string> {
	return (await transform(script, { minify: true, charset: 'utf8' })).code;
}
