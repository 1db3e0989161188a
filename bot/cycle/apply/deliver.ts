import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import type { TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { appendSection, type NoticeSection } from '../../render/notices/renderNotice.ts';
import type { UndeliveredReason } from '../../plan/plannedNotice.ts';

/** A talk page and whether the bot has sent the notice, read in one request. */
export interface TalkPageCheck {
	readonly talk: TalkPage | null;
	readonly isSent: boolean;
	/** Why the bot must not write there, or null. */
	readonly refusal: UndeliveredReason | null;
}

/** `already-sent`: by another instance of the bot, or by an edit whose response was lost. */
export type DeliveryResult =
	| { readonly kind: 'already-sent' }
	| { readonly kind: 'refused'; readonly reason: UndeliveredReason }
	| { readonly kind: 'sent'; readonly revid: number }
	| { readonly kind: 'failed'; readonly result: PublishResult };

/** Maximum attempts after an edit conflict or lost response. */
const ATTEMPTS = 3;

/**
 * Adds a section to a talk page, exactly once. The edit's base is the revision read together with the bot's own
 * edits, so any edit in between, also the bot's own, is an edit conflict, and the check is repeated.
 *
 * @param checkAgain rereads the page and the bot's edits
 * @throws WikiError if the wiki cannot be read
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
		if (check.isSent) return { kind: 'already-sent' };
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
