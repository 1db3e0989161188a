import type { Heading, Range, Scan } from './scan.ts';

/** A section as MediaWiki edits it: from its heading to the next of the same or a higher rank. */
export interface Section extends Range {
	readonly heading: Heading;
	readonly level: number;
	/** The heading's wikitext, trimmed. */
	readonly title: string;
}

/** The page's sections in source order; subsections lie inside their parents. */
export function findSections(scan: Scan): readonly Section[] {
	const ends: number[] = [];
	// Headings that end what stands above them, read from the page's end; the last is the nearest.
	const later: Heading[] = [];
	[...scan.headings].reverse().forEach((heading) => {
		while ((later[later.length - 1]?.level ?? 0) > heading.level) later.pop();
		ends.push(later[later.length - 1]?.start ?? scan.text.length);
		later.push(heading);
	});
	ends.reverse();
	return scan.headings.map((heading, index) => ({
		heading,
		level: heading.level,
		title: heading.title.trim(),
		start: heading.start,
		end: ends[index] ?? scan.text.length,
	}));
}
