/** At most so many characters (code points), and a sign that there are more. The work does not grow with the text. */
export function shorten(text: string, maxLength: number): string {
	// A character has at most two units, and one more is needed to know whether there are more.
	const characters = Array.from(text.slice(0, 2 * (maxLength + 1)));
	return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : text;
}
