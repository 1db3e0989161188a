import { joinMark } from '../../../shared/actions/mark.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { publishPage, type Published } from '../../wiki/publishPage.ts';
import { replyText } from './replyText.ts';
import type { OpenRequest } from '../../plan/requests.ts';

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
