/** What PHP's trim takes, as MediaWiki does for named parameters. A loop: `/\s+$/` is quadratic in inner blanks. */
export function trimBlanks(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

function isBlank(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13 && code !== 12) || code === 0;
}
