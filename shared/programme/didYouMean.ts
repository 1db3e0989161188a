/** Asks whether a word was meant that is known: the same letters, or at most two slips (one in short words). */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
	if (word.length > 60) return undefined;
	const [closest] = known
		.map((candidate) => ({ candidate, slips: slips(plain(word), plain(candidate)) }))
		.filter(({ candidate, slips }) => slips <= Math.min(2, Math.floor(plain(candidate).length / 3)))
		.sort((a, b) => a.slips - b.slips);
	return closest && `Did you mean "${closest.candidate}"?`;
}

/** `closing_date`, `closingDate` and `Closing date` are the same word to people. */
function plain(word: string): string {
	return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein's distance, row by row. */
function slips(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (const [index, letter] of Array.from(a).entries()) {
		const next = [index + 1];
		for (let column = 1; column <= b.length; column++) {
			const [above = 0, before = 0, left = 0] = [row[column], row[column - 1], next[column - 1]];
			next.push(Math.min(above + 1, left + 1, before + (b[column - 1] === letter ? 0 : 1)));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
