import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { publishPage, type Published } from '../publish/publishPage.ts';
import { answerText, type Answering } from './answerText.ts';
import type { OpenAsk } from './openAsks.ts';

/** Of one page in one cycle: the page is read again for each, and people do not come by the hundred. */
const mostAnswers = 20;

/**
 * Answers each section once, with a link to the form. Nothing is remembered: that it was answered is told by the
 * page's history, and a page is looked at again right before it is written.
 *
 * @throws WikiError where the wiki cannot be looked at
 */
export async function answerAsks(
	wiki: Wiki,
	programme: Programme,
	asks: readonly OpenAsk[],
	translate: Translate,
): Promise<readonly Published[]> {
	if (asks.length === 0) return [];
	const titles = [...new Set(asks.map(({ title }) => title))];
	const present = await readPages(wiki, titles);
	const published: Published[] = [];
	for (const title of titles) {
		const answering = asks
			.filter((one) => one.title === title)
			.slice(0, mostAnswers)
			.map((one) => answeringOf(one, programme));
		const text = (before: string) =>
			answering.reduce((page, one) => answerText(page, one, programme.language), before);
		const page = present.get(title) ?? null;
		if (!page || page.redirect) continue;
		const summary = translate('wikilearn-summary-use-the-form', answering.length);
		published.push(await publishPage(wiki, { title, text, summary }, page));
	}
	return published;
}

function answeringOf({ course, ask: { heading, added } }: OpenAsk, { courses }: Programme): Answering {
	const page = courses.find(({ id }) => id === course)?.page ?? '';
	return { heading, revid: added.revid, course, page };
}
