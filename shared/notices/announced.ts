import type { Outcome } from '../actions/mark.ts';
import type { AnnouncedDecision, NoticeKind, SentNotice } from './notice.ts';

const aboutDecisions: readonly NoticeKind[] = ['decision', 'promotion', 'correction'];

/** Whether a notice announces a decision, and so waits for a release. */
export function announcesDecision({ kind }: { readonly kind: NoticeKind }): boolean {
	return aboutDecisions.includes(kind);
}

/**
 * The newest decision that was announced to an applicant, or null.
 *
 * @param sent the notices to one applicant about one course, in any order
 */
export function announcedDecision(sent: readonly SentNotice[]): AnnouncedDecision | null {
	let newest: AnnouncedDecision | null = null;
	for (const notice of sent) {
		if (!announcesDecision(notice)) continue;
		const [, outcome, decision] = /^(accepted|waitlisted|declined)-(\d+)$/.exec(notice.about) ?? [];
		if (outcome === undefined) continue;
		const { at, title, revid } = notice;
		if (newest === null || revid > newest.revid)
			newest = { outcome: outcome as Outcome, decision: Number(decision), at, title, revid };
	}
	return newest;
}
