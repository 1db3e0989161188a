/**
 * JSON as MediaWiki itself writes it (`JsonContent::beautifyJSON`), so that saving a JSON page changes nothing: tabs,
 * `{}` and `[]` in one line, and `<`, `>`, `&` and line separators escaped.
 */
export function writeWikiJson(value: unknown): string {
	return JSON.stringify(value, null, '\t').replace(
		/[<>&\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
	);
}
