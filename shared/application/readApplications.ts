import { findCalls, type Call } from '../wikitext/findCalls.ts';
import { findSections, type Section } from '../wikitext/findSections.ts';
import type { Range } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { templateName } from '../wikitext/templateName.ts';
import type { Application } from './application.ts';
import { templateNames } from './parameterNames.ts';
import { readCall } from './readCall.ts';
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
}

/**
 * Every application on a page, whoever wrote it and however. Parameters that are not the template's own are answers,
 * known to the programme or not. A page with no call gives two empty lists. Never throws.
 *
 * @param tags the wiki's extension tags, where they are known
 * @param decode `decodeAnswer`, or the same with a memory for those who read many revisions of a page
 */
export function readApplications(
	text: string,
	tags?: readonly string[],
	decode?: (wikitext: string) => string,
): FoundApplications {
	const scan = scanWikitext(text, tags);
	const { calls, unclosed } = findCalls(scan, isApplication);
	const sections = findSections(scan);
	const read = calls.map((call) => ({ call, ...readCall(call, decode) }));
	const applications = read.map(({ call, application }): FoundApplication => {
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
		...read.map(({ problems: own }) => own).flat(),
		...duplicates(applications),
	];
	return { applications, problems: [...problems].sort((a, b) => a.start - b.start) };
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
