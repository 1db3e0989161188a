import { findCalls, mostCalls, type Call } from '../wikitext/findCalls.ts';
import { findSections, type Section } from '../wikitext/findSections.ts';
import type { Range, Scan } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { templateName } from '../wikitext/templateName.ts';
import type { Application } from './application.ts';
import { templateNames } from './parameterNames.ts';
import { readCall, type ReadCall } from './readCall.ts';
import type { ReadProblem } from './readProblem.ts';

export interface FoundApplication extends Range {
	readonly application: Application;
	readonly call: Call;
	/** The heading's wikitext of the innermost section that it stands in; none above the first heading. */
	readonly section?: string;
	readonly sectionRange?: Section;
}

export interface FoundApplications {
	/** In source order. */
	readonly applications: readonly FoundApplication[];
	readonly problems: readonly ReadProblem[];
	/** Of the whole text, for those who look for something else in it. */
	readonly scan: Scan;
}

/**
 * Every application on a page, whoever wrote it and however. Parameters that are not the template's own are answers,
 * known to the programme or not. A page with no call gives two empty lists. Never throws.
 *
 * @param tags the wiki's extension tags, where they are known
 * @param read `readCall`, or the same with a memory for those who read many revisions of a page
 */
export function readApplications(
	text: string,
	tags?: readonly string[],
	read: (call: Call, source: string) => ReadCall = readCall,
): FoundApplications {
	const scan = scanWikitext(text, tags);
	const { calls, unclosed } = findCalls(scan, isApplication);
	const sections = findSections(scan);
	const said = calls.map((call) => ({ call, ...read(call, text.slice(call.start, call.end)) }));
	const applications = said.map(({ call, application }): FoundApplication => {
		const section = innermost(sections, call.start);
		return {
			application,
			call,
			start: call.start,
			end: call.end,
			...(section ? { section: section.title, sectionRange: section } : {}),
		};
	});
	const problems: readonly ReadProblem[] = [
		...unclosed.map(({ start }) => ({ kind: 'unclosed-template' as const, start })),
		// What is remembered was read at another place.
		...said.map(({ call: { start }, problems: own }) => own.map((one) => ({ ...one, start }))).flat(),
		...duplicates(applications),
		...calls.slice(mostCalls - 1).map(({ start }) => ({ kind: 'too-many' as const, start })),
	];
	return { applications, problems: [...problems].sort((a, b) => a.start - b.start), scan };
}

function isApplication(rawName: string): boolean {
	return templateNames.includes(templateName(rawName));
}

/** Sections are in source order and nested, so the last one that starts before reaches at least to the next heading. */
function innermost(sections: readonly Section[], at: number): Section | undefined {
	let low = 0;
	let high = sections.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sections[middle]?.start ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	return sections[low - 1];
}

function duplicates(applications: readonly FoundApplication[]): readonly ReadProblem[] {
	const seen = new Set<string>();
	return applications
		.filter(({ application, sectionRange }) => {
			const key = `${sectionRange?.start ?? -1} ${application.course}`;
			const again = seen.has(key);
			seen.add(key);
			return again;
		})
		.map(({ application, start }) => ({ kind: 'duplicate-call', start, course: application.course }));
}
