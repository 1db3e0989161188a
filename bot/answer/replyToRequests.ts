import { joinMark } from '../../shared/actions/mark.ts';
import { hasAccount } from '../../shared/history/change.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { Request } from '../../shared/history/submission.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import type { TracedPage } from '../bookmark/bookmark.ts';
import { publishPage, type Published } from '../publish/publishPage.ts';
import { replyText } from './replyText.ts';

/** A section that asks to apply, whose author has no application for the course. */
export interface OpenRequest {
	readonly title: string;
	/** The course's id: of a shared talk page, the first one's. */
	readonly course: string;
	readonly request: Request;
}

/** Those who have applied meanwhile, in whatever way, need neither a reply nor a person. */
export function openRequests(pages: readonly TracedPage[]): readonly OpenRequest[] {
	const applied = new Set(
		pages.flatMap(({ applications }) =>
			applications.map(({ course, added }) => `${course} ${String(added.user?.id)}`),
		),
	);
	return pages.flatMap(({ title, courses, requests }) =>
		requests
			.filter(({ added: { user } }) => {
				if (!user || !hasAccount(user)) return true;
				return !courses.some((course) => applied.has(`${course} ${user.id}`));
			})
			.map((request) => ({ title, course: courses[0] ?? '', request })),
	);
}

export function requestProblem({ title, request: { heading, added } }: OpenRequest): Problem {
	return {
		kind: 'asks-without-template',
		about: `${title}#${heading}`,
		detail: added.user?.name ?? '',
		revid: added.revid,
	};
}

/**
 * Those that the bot should reply to now: not replied to yet, and the form can be used.
 *
 * @param now ISO 8601, the wiki's clock
 */
export function requestsDue(
	requests: readonly OpenRequest[],
	{ courses }: Programme,
	now: string,
): readonly OpenRequest[] {
	const open = new Set(
		courses.filter((course) => ['open', 'closing-soon'].includes(phaseOf(course, now))).map(({ id }) => id),
	);
	return requests.filter(({ course, request }) => !request.answered && open.has(course));
}

/** Of one page in one cycle: a summary names no more. */
const MAX_REPLIES = 20;

/**
 * Replies to each section once, with a link to the form. Which ones it replied to is told by the summaries of the bot's own
 * edits, and the page is looked at again right before it is written.
 *
 * @throws WikiError where the wiki cannot be looked at
 */
export async function replyToRequests(
	wiki: Wiki,
	programme: Programme,
	requests: readonly OpenRequest[],
	translate: Translate,
): Promise<readonly Published[]> {
	if (requests.length === 0) return [];
	const titles = [...new Set(requests.map(({ title }) => title))];
	const present = await readPages(wiki, titles);
	const published: Published[] = [];
	for (const title of titles) {
		const page = present.get(title) ?? null;
		if (!page || page.redirect) continue;
		const replying = requests.filter((request) => request.title === title).slice(0, MAX_REPLIES);
		const text = (before: string) =>
			replying.reduce((now, { course, request }) => {
				const target = programme.courses.find(({ id }) => id === course)?.page ?? '';
				return replyText(now, { request, course, page: target }, programme.language);
			}, before);
		const mark = joinMark(['answer', replying.map(({ request }) => request.added.revid).join(',')]);
		const summary = `${mark} ${translate('wikilearn-summary-use-the-form', replying.length)}`;
		published.push(await publishPage(wiki, { title, text, summary }, page));
	}
	return published;
}
