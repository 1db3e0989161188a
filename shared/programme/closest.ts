/**
 * The word that someone probably meant, or null: the same letters, or at most two slips (one in short words) of a
 * letter missing, added, changed or swapped with its neighbour.
 */
export function closest(word: string, known: readonly string[]): string | null {
	const given = plain(word);
	if (given.length > 40) return null;
	const ranked = known
		.map((candidate) => ({ candidate, slips: slips(given, plain(candidate)) }))
		.filter(({ candidate, slips }) => slips <= Math.min(2, Math.floor(plain(candidate).length / 3)))
		.sort((a, b) => a.slips - b.slips);
	return ranked[0]?.candidate ?? null;
}

/** `closing_date`, `closingDate` and `Closing date` are the same word to people. */
function plain(word: string): string {
	return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Optimal string alignment distance, row by row. */
function slips(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swap = swapped ? cell(beforeLast, j - 2) + 1 : Infinity;
			row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, changed, swap));
		}
		beforeLast = last;
		last = row;
	}
	return cell(last, b.length);
}

function cell(row: readonly number[], column: number): number {
	return row[column] ?? Infinity;
}
