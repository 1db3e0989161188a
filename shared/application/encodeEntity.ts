/** Each character of `text` as a character reference. */
export function encodeEntity(text: string): string {
	let encoded = '';
	for (const char of text)
		encoded += char === '&' ? '&amp;' : char === '<' ? '&lt;' : `&#${String(char.codePointAt(0))};`;
	return encoded;
}
