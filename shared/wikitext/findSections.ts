import type { Heading, Range, Scan } from './scan.ts';

/** A section as MediaWiki edits it: from its heading to the next one of the same or a higher level. */
export interface Section extends Range {
	readonly heading: Heading;
	readonly level: number;
	/** The heading's wikitext, trimmed. */
	readonly title: string;
}

/** The page's sections in source order; subsections lie inside their parents. */
export function findSections(scan: Scan): readonly Section[] {
	// Read from the end of the page: a stack of the headings that may end a section, the nearest last.
	const later: Heading[] = [];
	return scan.headings
		.reduceRight((sections: Section[], heading) => {
			const { level, start, title } = heading;
			while ((later[later.length - 1]?.level ?? 0) > level) later.pop();
			const end = later[later.length - 1]?.start ?? scan.text.length;
			later.push(heading);
			sections.push({ heading, level, title: title.trim(), start, end });
			return sections;
		}, [])
		.reverse();
}
