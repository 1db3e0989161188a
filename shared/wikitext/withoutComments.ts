/** The text without its comments; one that is not closed stays. A loop: `/<!--[^]*?-->/g` is quadratic where none closes. */
export function withoutComments(text: string): string {
	let kept = '';
	let at = 0;
	for (;;) {
		const start = text.indexOf('<!--', at);
		const close = start < 0 ? -1 : text.indexOf('-->', start + 4);
		if (close < 0) return kept + text.slice(at);
		kept += text.slice(at, start);
		at = close + 3;
	}
}
