import { readApplications } from '../../../shared/application/readApplications.ts';
import { readRequests } from '../../../shared/history/readRequests.ts';
import type { Request } from '../../../shared/history/submission.ts';
import { findSections } from '../../../shared/wikitext/findSections.ts';

const REPLY_TEMPLATE = 'WikiLearn use the form';

export interface Replying {
	readonly request: Request;
	/** The course's id and page. */
	readonly course: string;
	readonly page: string;
}

/**
 * The page with the reply at the end of the section. Where it is on the page already, or the section is gone or holds an
 * application by now, the page stays as it is: this may be done again and again.
 */
export function replyText(
	present: string,
	{ request: { heading, added }, course, page }: Replying,
	language: string,
): string {
	const reply = `{{${REPLY_TEMPLATE}|course=${course}|page=${page}|section-revision=${added.revid}}}`;
	const read = readApplications(present);
	if (present.includes(reply) || !readRequests(read, language).includes(heading)) return present;
	// Of threads with the same heading, the last without a reply: new ones come at the page's end.
	const section = findSections(read.scan)
		.filter(({ level, title }) => level === 2 && title === heading)
		.filter(({ start, end }) => !present.slice(start, end).includes(`{{${REPLY_TEMPLATE}|`))
		.pop();
	if (!section) return present;
	const before = present.slice(0, section.end).trimEnd();
	const after = present.slice(section.end);
	return `${before}\n:${reply} ~~~~\n${after === '' ? '' : `\n${after}`}`;
}
