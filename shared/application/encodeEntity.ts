/** Each character of `text` as a character reference. */
export function encodeEntity(text: string): string {
	return Array.from(text, (char) =>
		char === '&' ? '&amp;' : char === '<' ? '&lt;' : `&#${String(char.codePointAt(0))};`,
	).join('');
}
