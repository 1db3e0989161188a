import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import { comparePage, type PublishResult, type PageUpdate } from './comparePage.ts';

/** How often a conflict or a lost answer is met by making the text anew from what is there now. */
const MAX_ATTEMPTS = 3;

/**
 * Compares, and writes only a difference. A conflict is no failure: the text is made again from the page as it is now.
 *
 * @param present the page now, null where there is none
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function publishPage(
	wiki: Wiki,
	update: PageUpdate,
	present: Page | null,
): Promise<PublishResult> {
	let page = present;
	for (let attempt = 1; ; attempt++) {
		const compared = comparePage(update, page);
		if (compared.kind !== 'differs') return compared;
		const saved = await savePage(wiki, {
			title: update.title,
			text: compared.text,
			summary: update.summary,
			baseRevision: page ? page.revision.revid : 'new',
			// Minor: what is not is a notice, and is looked for among the bot's edits.
			extraParams: { bot: true, minor: true, ...(update.resetModel ? { contentmodel: 'wikitext' } : {}) },
		});
		if (attempt === MAX_ATTEMPTS || (saved.kind !== 'conflict' && saved.kind !== 'lost'))
			return { ...saved, title: update.title };
		if (saved.kind === 'conflict') page = saved.page;
	}
}
