import { transform } from 'esbuild';

/**
 * Saving a script or style sheet transforms it like any page: `~~~~` becomes a signature, `{{subst:…}}` is
 * substituted, and the stored page is parsed for categories. `<nowiki>` around all of it prevents that, unless it is
 * closed inside. The sequences are escaped all the same: communities copy scripts without their first line.
 */
const acting: readonly (readonly [pattern: RegExp, escaped: string])[] = [
	[/~~(?=~)/g, '~\\x7e'],
	[/\{\{(?=\s*(?:safe)?subst:)/gi, '{\\x7b'],
	[/\[\[(?=\s*category:)/gi, '[\\x5b'],
	[/<\/(?=nowiki)/gi, '<\\/'],
];

/** MediaWiki stores NFC, without trailing space, control characters or carriage returns. */
function isStoredAsItIs(text: string): boolean {
	const control = [...text].some((char) => (char < ' ' && char !== '\n' && char !== '\t') || char > '\u{10fffd}');
	return !control && !/[\ufffe\uffff]/.test(text) && text.normalize('NFC').trimEnd() === text;
}

/**
 * A script as it is saved: unchanged in meaning, and such that the wiki stores exactly this.
 * @throws Error where that cannot be done
 */
export async function protectScript(name: string, script: string): Promise<string> {
	let escaped = script.trimEnd();
	for (const [pattern, replacement] of acting) escaped = escaped.replace(pattern, replacement);
	if ((await minified(escaped)) !== (await minified(script))) {
		throw new Error(`${name}: ~~~, {{subst:, [[Category: or </nowiki> stands outside of a string; write it in another way`);
	}
	return wrap(name, escaped);
}

/** The same for a style sheet, where nothing is escaped: it has no need of such text. */
export function protectStyle(name: string, style: string): string {
	return wrap(name, style.trimEnd());
}

function wrap(name: string, body: string): string {
	const left = acting.map(([pattern]) => body.match(pattern)?.[0]).find((found) => found !== undefined);
	if (left !== undefined) throw new Error(`${name}: saving would act on ${left}`);
	const page = `/* <nowiki> */\n${body}\n/* </nowiki> */`;
	if (!isStoredAsItIs(page)) throw new Error(`${name}: saving would normalize its characters`);
	return page;
}

async function minified(script: string): Promise<string> {
	return (await transform(script, { minify: true, charset: 'utf8' })).code;
}
