import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage } from '../../shared/wiki/savePage.ts';
import { comparePage, type Published, type Wanted } from './comparePage.ts';

/** How often a conflict or a lost answer is met by making the text anew from what is there now. */
const ATTEMPTS = 3;

/**
 * Compares, and writes only a difference. A conflict is no failure: the text is made again from the page as it is now.
 *
 * @param present the page now, null where there is none
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function publishPage(wiki: Wiki, wanted: Wanted, present: Page | null): Promise<Published> {
	let page = present;
	for (let attempt = 1; ; attempt++) {
		const compared = comparePage(wanted, page);
		if (compared.kind !== 'differs') return compared;
		const saved = await savePage(wiki, {
			title: wanted.title,
			text: compared.text,
			summary: wanted.summary,
			base: page ? page.revision.revid : 'new',
			// Minor: what is not is a notice, and is looked for among the bot's edits.
			extra: { bot: true, minor: true, ...(wanted.resetModel ? { contentmodel: 'wikitext' } : {}) },
		});
		if (attempt === ATTEMPTS || (saved.kind !== 'conflict' && saved.kind !== 'lost'))
			return { ...saved, title: wanted.title };
		if (saved.kind === 'conflict') page = saved.page;
	}
}
