/**
 * An answer as it can stand on a wiki page, and the form in which answers are compared: line breaks are `\n` (also
 * for CR, CRLF, U+2028 and U+2029); control characters other than tab and line break are dropped; lone surrogates
 * and noncharacters, which no page can hold, become U+FFFD. Nothing is trimmed and nothing composed.
 */
export function normalizeAnswer(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
		.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]/g, (found) =>
			found.length === 2 && ((found.codePointAt(0) ?? 0) & 0xfffe) !== 0xfffe ? found : '\ufffd',
		);
}
