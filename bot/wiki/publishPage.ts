import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import { comparePage, type PublishResult, type PageUpdate } from './comparePage.ts';

/** Maximum attempts after a conflict or lost response; each one rebuilds the text from the current page. */
const MAX_ATTEMPTS = 3;

/**
 * Writes a page if it differs. After an edit conflict, the text is rebuilt from the current page.
 *
 * @param present the current page, or null if missing
 * @throws WikiError if the wiki cannot be read
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
			// Always minor: only notices are non-minor, which is how they are found among the bot's edits.
			extraParams: { bot: true, minor: true, ...(update.resetModel ? { contentmodel: 'wikitext' } : {}) },
		});
		if (attempt === MAX_ATTEMPTS || (saved.kind !== 'conflict' && saved.kind !== 'lost'))
			return { ...saved, title: update.title };
		if (saved.kind === 'conflict') page = saved.page;
	}
}
