import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { PageUpdate } from '../../wiki/comparePage.ts';
import type { OpenRequest } from '../../plan/requests.ts';
import type { RequestToApply } from '../../../shared/history/submission.ts';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { findRequestHeadings } from '../../../shared/history/traceRequests.ts';
import { findSections } from '../../../shared/wikitext/findSections.ts';
import { writeMark } from '../../../shared/actions/mark.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';

/** Replies per page and cycle: the summary has room for no more. */
const MAX_REPLIES = 20;

/** The edits with replies, one for each page with requests. @throws WikiError if the wiki cannot be read */
export async function replyEdits(
	wiki: Wiki,
	programme: Programme,
	requests: readonly OpenRequest[],
	translate: Translate,
): Promise<readonly { readonly edit: PageUpdate; readonly page: Page }[]> {
	if (requests.length === 0) return [];
	const titles = [...new Set(requests.map(({ title }) => title))];
	const present = await readPages(wiki, titles);
	return titles.flatMap((title) => {
		const page = present.get(title);
		if (!page || page.isRedirect) return [];
		const replying = requests.filter((request) => request.title === title).slice(0, MAX_REPLIES);
		const text = (before: string) =>
			replying.reduce((now, { course, request }) => {
				const target = programme.courses.find(({ id }) => id === course)?.page ?? '';
				return addReply(now, { request, course, page: target }, programme.language);
			}, before);
		const mark = writeMark(['answer', replying.map(({ request }) => request.added.revid).join(',')]);
		const summary = `${mark} ${translate('wikilearn-summary-use-the-form', replying.length)}`;
		return [{ edit: { title, text, summary }, page }];
	});
}

const REPLY_TEMPLATE = 'WikiLearn use the form';

interface ReplyTarget {
	readonly request: RequestToApply;
	/** The course's id and page. */
	readonly course: string;
	readonly page: string;
}

/**
 * Adds the reply at the end of the section. Idempotent: no change if the page has the reply already, or the section
 * is gone or now contains an application.
 */
function addReply(
	present: string,
	{ request: { heading, added }, course, page }: ReplyTarget,
	language: string,
): string {
	const reply = `{{${REPLY_TEMPLATE}|course=${course}|page=${page}|section-revision=${added.revid}}}`;
	const applications = readApplications(present);
	if (present.includes(reply) || !findRequestHeadings(applications, language).includes(heading))
		return present;
	// Of sections with the same heading, take the last without a reply: new ones are appended.
	const section = findSections(applications.scan)
		.filter(({ level, title }) => level === 2 && title === heading)
		.filter(({ start, end }) => !present.slice(start, end).includes(`{{${REPLY_TEMPLATE}|`))
		.pop();
	if (!section) return present;
	const before = present.slice(0, section.end).trimEnd();
	const after = present.slice(section.end);
	return `${before}\n:${reply} ~~~~\n${after === '' ? '' : `\n${after}`}`;
}
