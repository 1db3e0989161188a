import { readApplications } from '../../shared/application/readApplications.ts';
import { readAsks } from '../../shared/submission/readAsks.ts';
import { answerTemplate, readAnswered, type Answered } from '../../shared/submission/traceAsks.ts';
import { findSections, type Section } from '../../shared/wikitext/findSections.ts';
import type { Scan } from '../../shared/wikitext/scan.ts';

export interface Answering {
	/** The section's heading, as wikitext. */
	readonly heading: string;
	/** The revision that added the section. */
	readonly revid: number;
	/** The course's id and page. */
	readonly course: string;
	readonly page: string;
}

/**
 * The page with the answer at the end of the section. Where it is on the page already, or the section is gone, holds an
 * application by now or any such answer, the page stays as it is: this may be done again and again.
 */
export function answerText(
	present: string,
	{ heading, revid, course, page }: Answering,
	language: string,
): string {
	const read = readApplications(present);
	const answered = readAnswered(read.scan);
	if (answered.some((one) => one.revid === revid)) return present;
	if (!readAsks(read, language).includes(heading)) return present;
	const section = sectionToAnswer(read.scan, heading, answered);
	if (!section) return present;
	const before = present.slice(0, section.end).trimEnd();
	const after = present.slice(section.end);
	const answer = `:{{${answerTemplate}|course=${course}|page=${page}|section-revision=${revid}}} ~~~~`;
	return `${before}\n${answer}\n${after === '' ? '' : `\n${after}`}`;
}

/** Of threads with the same heading, the last without an answer: new ones come at the page's end. */
function sectionToAnswer(scan: Scan, heading: string, answered: readonly Answered[]): Section | undefined {
	return findSections(scan)
		.filter(({ level, title }) => level === 2 && title === heading)
		.filter(({ start, end }) => !answered.some((one) => start <= one.start && one.start < end))
		.pop();
}
