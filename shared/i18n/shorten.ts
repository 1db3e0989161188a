/** Shortens a text to `maxLength` code points and an ellipsis. Takes constant time, however long the text is. */
export function shorten(text: string, maxLength: number): string {
	// A code point has at most two UTF-16 units. One more code point shows whether the text is longer.
	const characters = Array.from(text.slice(0, 2 * (maxLength + 1)));
	return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : text;
}
