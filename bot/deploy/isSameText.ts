/** Whether the wiki would save the one as the other: it trims the end of pages and formats JSON its own way. */
export function isSameText(title: string, one: string, other: string): boolean {
	if (one.trimEnd() === other.trimEnd()) return true;
	return title.endsWith('.json') && plainJson(one) !== null && plainJson(one) === plainJson(other);
}

function plainJson(text: string): string | null {
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return null;
	}
}
