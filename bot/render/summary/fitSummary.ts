/** MediaWiki cuts a longer comment wherever it happens to be (`CommentStore::COMMENT_CHARACTER_LIMIT`, code points). */
export const SUMMARY_LIMIT = 500;

/**
 * The first wording that fits. If none does, the last one without what stands at its end: part by part, so that no
 * link and no name is cut.
 *
 * @param wordings each a list of parts, the fullest first
 * @param cut marks that something was left out
 */
export function fitSummary(
	wordings: readonly (readonly string[])[],
	cut: (beginning: string) => string,
): string {
	const whole = wordings.map((parts) => parts.join('; ')).find(fits);
	if (whole !== undefined) return whole;
	const parts = wordings[wordings.length - 1] ?? [];
	for (let kept = parts.length - 1; kept > 0; kept--) {
		const beginning = cut(parts.slice(0, kept).join('; '));
		if (fits(beginning)) return beginning;
	}
	return cut(
		Array.from(parts[0] ?? '')
			.slice(0, SUMMARY_LIMIT - 20)
			.join(''),
	);
}

function fits(text: string): boolean {
	return Array.from(text).length <= SUMMARY_LIMIT;
}
