import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import type { TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { appendSection, type NoticeSection } from '../../render/notices/renderNotice.ts';
import type { UndeliveredReason } from '../../plan/plannedNotice.ts';

/** A talk page, and whether the notice is among what the bot ever wrote to user talk pages, read in one breath. */
export interface TalkPageCheck {
	readonly talk: TalkPage | null;
	readonly isSent: boolean;
	/** Why nothing may be written there, or null. */
	readonly refusal: UndeliveredReason | null;
}

/** `there`: it was sent already, by whoever else runs this bot, or by an edit whose answer was lost. */
export type DeliveryResult =
	| { readonly kind: 'there' }
	| { readonly kind: 'refused'; readonly reason: UndeliveredReason }
	| { readonly kind: 'sent'; readonly revid: number }
	| { readonly kind: 'failed'; readonly result: PublishResult };

/** How often a conflict or a lost answer is met by looking anew. */
const ATTEMPTS = 3;

/**
 * Adds a section to a talk page, once. It is saved on exactly the revision that was read together with the bot's own
 * edits: whoever saves between the look and the edit, the bot itself too, is a conflict, and then it looks again.
 *
 * @param checkAgain reads the page and the bot's edits anew
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function deliverNotice(
	wiki: Wiki,
	title: string,
	section: NoticeSection,
	firstCheck: TalkPageCheck,
	checkAgain: () => Promise<TalkPageCheck>,
): Promise<DeliveryResult> {
	let check = firstCheck;
	for (let attempt = 1; ; attempt++) {
		if (check.isSent) return { kind: 'there' };
		if (check.refusal) return { kind: 'refused', reason: check.refusal };
		const page = check.talk?.page ?? null;
		const text = appendSection(page?.revision.text ?? '', section);
		const base = page ? page.revision.revid : 'new';
		const saved = await savePage(wiki, {
			title,
			text,
			summary: section.summary,
			baseRevision: base,
			extraParams: { bot: true },
		});
		if (saved.kind === 'saved') return { kind: 'sent', revid: saved.revid };
		if (attempt === ATTEMPTS || (saved.kind !== 'conflict' && saved.kind !== 'lost'))
			return { kind: 'failed', result: { ...saved, title } };
		check = await checkAgain();
	}
}
