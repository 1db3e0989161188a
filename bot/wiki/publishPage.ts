import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage, type Saved } from '../../shared/wiki/savePage.ts';

/** A page as the bot wants it to be. */
export interface Wanted {
	readonly title: string;
	/** Makes the new text of the present one (empty where there is no page); null: the page cannot be written to. */
	readonly text: (present: string) => string | null;
	readonly summary: string;
	/** The page is not made where there is none (any more). */
	readonly onlyIfThere?: boolean;
	/** Makes a page of wikitext of one that somebody gave another content model. */
	readonly resetModel?: boolean;
}

export type Published = { readonly title: string } & ({ readonly kind: 'unchanged' } | Saved);

const NO_REGION =
	'The markers of the bot’s part are doubled, in the wrong order, or half gone. Repair them or remove them all.';

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
		if (!page && wanted.onlyIfThere) return { title: wanted.title, kind: 'unchanged' };
		const before = page?.revision.text ?? '';
		const text = wanted.text(before);
		if (text === null) return { title: wanted.title, kind: 'refused', code: 'no-region', message: NO_REGION };
		if (page && text.trimEnd() === before.trimEnd()) return { title: wanted.title, kind: 'unchanged' };
		const saved = await savePage(wiki, {
			title: wanted.title,
			text,
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
