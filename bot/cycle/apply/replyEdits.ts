import { joinMark } from '../../../shared/actions/mark.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';
import type { Wanted } from '../../wiki/comparePage.ts';
import { replyText } from './replyText.ts';
import type { OpenRequest } from '../../plan/requests.ts';

/** Of one page in one cycle: a summary names no more. */
const MAX_REPLIES = 20;

/** The edits that reply, one for each page with requests. @throws WikiError where the wiki cannot be looked at */
export async function replyEdits(
	wiki: Wiki,
	programme: Programme,
	requests: readonly OpenRequest[],
	translate: Translate,
): Promise<readonly { readonly edit: Wanted; readonly page: Page }[]> {
	if (requests.length === 0) return [];
	const titles = [...new Set(requests.map(({ title }) => title))];
	const present = await readPages(wiki, titles);
	return titles.flatMap((title) => {
		const page = present.get(title);
		if (!page || page.redirect) return [];
		const replying = requests.filter((request) => request.title === title).slice(0, MAX_REPLIES);
		const text = (before: string) =>
			replying.reduce((now, { course, request }) => {
				const target = programme.courses.find(({ id }) => id === course)?.page ?? '';
				return replyText(now, { request, course, page: target }, programme.language);
			}, before);
		const mark = joinMark(['answer', replying.map(({ request }) => request.added.revid).join(',')]);
		const summary = `${mark} ${translate('wikilearn-summary-use-the-form', replying.length)}`;
		return [{ edit: { title, text, summary }, page }];
	});
}
