import { findCalls, mostCalls, type Call } from '../wikitext/findCalls.ts';
import { findSections, type Section } from '../wikitext/findSections.ts';
import type { Range, Scan } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import { templateName } from '../wikitext/templateName.ts';
import type { Application } from './application.ts';
import { templateNames } from './parameterNames.ts';
import { readCall, type ReadCall, type ReadProblem } from './readCall.ts';

export interface FoundApplication extends Range {
	readonly application: Application;
	readonly call: Call;
	/** What is odd about the call itself. */
	readonly oddities: readonly ReadProblem[];
	/** The innermost section that it stands in; null above the first heading. */
	readonly section: Section | null;
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
 * @param before the page's revision before, read with the same tags: what stands there letter for letter as before is not
 * read again, and gives the same `application`
 */
export function readApplications(
	text: string,
	tags?: readonly string[],
	before?: FoundApplications,
): FoundApplications {
	const scan = scanWikitext(text, tags, before?.scan);
	const { calls, unclosed } = findCalls(scan, isApplication, scan.same);
	const sections = findSections(scan);
	const read = before && calls.length > 0 ? remembering(before) : readCall;
	const applications: FoundApplication[] = [];
	const add = (call: Call, { application, problems }: ReadCall) => {
		const { start, end } = call;
		// What is remembered was read at another place.
		const oddities = problems.map((one) => ({ ...one, start }));
		applications.push({ application, call, start, end, oddities, section: innermost(sections, start) });
	};
	for (const { call, application, oddities } of before?.applications ?? [])
		if (call.end <= scan.same) add(call, { application, problems: oddities });
	for (const call of calls)
		if (applications.length < mostCalls) add(call, read(call, text.slice(call.start, call.end)));
	const problems: readonly ReadProblem[] = [
		...unclosed.map(({ start }) => ({ kind: 'unclosed-template' as const, start })),
		...applications.flatMap(({ oddities }) => oddities),
		...duplicates(applications),
		...applications.slice(mostCalls - 1).map(({ start }) => ({ kind: 'too-many' as const, start })),
	];
	return { applications, problems: [...problems].sort((a, b) => a.start - b.start), scan };
}

/** `readCall`, but what stood anywhere on the page before is not read again. */
function remembering({ applications, scan }: FoundApplications): (call: Call, source: string) => ReadCall {
	const known = new Map(
		applications.map(({ start, end, application, oddities }) => [
			scan.text.slice(start, end),
			{ application, problems: oddities },
		]),
	);
	return (call, source) => known.get(source) ?? readCall(call);
}

function isApplication(rawName: string): boolean {
	return templateNames.includes(templateName(rawName));
}

/** Sections are in source order and nested, so the last one that starts before reaches at least to the next heading. */
function innermost(sections: readonly Section[], at: number): Section | null {
	let low = 0;
	let high = sections.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sections[middle]?.start ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	return sections[low - 1] ?? null;
}

function duplicates(applications: readonly FoundApplication[]): readonly ReadProblem[] {
	const seen = new Set<string>();
	return applications
		.filter(({ application, section }) => {
			const key = `${section?.start ?? -1} ${application.course}`;
			const again = seen.has(key);
			seen.add(key);
			return again;
		})
		.map(({ application, start }) => ({ kind: 'duplicate-call', start, course: application.course }));
}
