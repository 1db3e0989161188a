import leven from 'leven';

/** Asks whether a word was meant that is known: the same letters, or at most two slips (one in short words). */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
	if (word.length > 60) return undefined;
	const [closest] = known
		.map((candidate) => ({ candidate, slips: leven(plain(word), plain(candidate)) }))
		.filter(({ candidate, slips }) => slips <= Math.min(2, Math.floor(plain(candidate).length / 3)))
		.sort((a, b) => a.slips - b.slips);
	return closest && `Did you mean "${closest.candidate}"?`;
}

/** `closing_date`, `closingDate` and `Closing date` are the same word to people. */
function plain(word: string): string {
	return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}
