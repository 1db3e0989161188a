/**
 * Merges our gadget lines into `MediaWiki:Gadgets-definition`: in place, or at the end if new. Our obsolete lines are
 * removed; all other lines stay in order.
 */
export function mergeDefinition(present: string, ours: string): string {
	const ourLines = new Map(
		ours.split('\n').flatMap((line) => (gadgetName(line) ? [[gadgetName(line), line] as const] : [])),
	);
	const merged = present.split('\n').flatMap((line) => {
		const name = gadgetName(line);
		if (!isOurs(name)) return [line];
		const replacement = ourLines.get(name);
		ourLines.delete(name);
		return replacement === undefined ? [] : [replacement];
	});
	const before = merged.join('\n').trimEnd();
	return [...(before === '' ? [] : [before]), ...ourLines.values()].join('\n') + '\n';
}

/** Our lines of a definition page, in order, for comparing versions. */
export function ownLines(page: string): string {
	return page
		.split('\n')
		.filter((line) => isOurs(gadgetName(line)))
		.join('\n');
}

/** `* name[options]|files` or `* name|files`. */
function gadgetName(line: string): string {
	return /^\*+\s*([^[|\s*][^[|\s]*)\s*[[|]/.exec(line)?.[1] ?? '';
}

function isOurs(name: string): boolean {
	return name === 'wikilearn' || name.startsWith('wikilearn-');
}
