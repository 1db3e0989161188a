import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import type { TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import type { Published } from '../../wiki/comparePage.ts';
import { withSection, type NoticeSection } from '../../render/notices/noticeText.ts';
import type { Undelivered } from '../../plan/plannedNotice.ts';

/** A talk page, and whether the notice is among what the bot ever wrote to user talk pages, read in one breath. */
export interface Look {
	readonly talk: TalkPage | null;
	readonly isSent: boolean;
	/** Why nothing may be written there, or null. */
	readonly refused: Undelivered | null;
}

/** `there`: it was sent already, by whoever else runs this bot, or by an edit whose answer was lost. */
export type Delivered =
	| { readonly kind: 'there' }
	| { readonly kind: 'refused'; readonly why: Undelivered }
	| { readonly kind: 'sent'; readonly revid: number }
	| { readonly kind: 'failed'; readonly result: Published };

/** How often a conflict or a lost answer is met by looking anew. */
const ATTEMPTS = 3;

/**
 * Adds a section to a talk page, once. It is saved on exactly the revision that was read together with the bot's own
 * edits: whoever saves between the look and the edit, the bot itself too, is a conflict, and then it looks again.
 *
 * @param look reads the page and the bot's edits anew
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function deliver(
	wiki: Wiki,
	title: string,
	section: NoticeSection,
	first: Look,
	look: () => Promise<Look>,
): Promise<Delivered> {
	let seen = first;
	for (let attempt = 1; ; attempt++) {
		if (seen.isSent) return { kind: 'there' };
		if (seen.refused) return { kind: 'refused', why: seen.refused };
		const page = seen.talk?.page ?? null;
		const text = withSection(page?.revision.text ?? '', section);
		const base = page ? page.revision.revid : 'new';
		const saved = await savePage(wiki, {
			title,
			text,
			summary: section.summary,
			base,
			extra: { bot: true },
		});
		if (saved.kind === 'saved') return { kind: 'sent', revid: saved.revid };
		if (attempt === ATTEMPTS || (saved.kind !== 'conflict' && saved.kind !== 'lost'))
			return { kind: 'failed', result: { ...saved, title } };
		seen = await look();
	}
}
