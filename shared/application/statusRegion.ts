const begin =
	'<!-- wikilearn:status begin. The bot writes what follows, anew each time: changes here are lost. -->';
const end = '<!-- wikilearn:status end -->';

/** The region with its markers. */
export function statusRegion(status: string): string {
	const inner = status.trim();
	return inner === '' ? `${begin}\n${end}` : `${begin}\n${inner}\n${end}`;
}

/** Whether a comment is one of the region's markers. */
export function markerKind(comment: string): 'begin' | 'end' | null {
	const match = /^<!--\s*wikilearn:status (begin|end)\b[^]*-->$/.exec(comment);
	return match ? (match[1] as 'begin' | 'end') : null;
}
