import type { NoticeKind, SentNotice, ToldDecision } from './notice.ts';

const aboutDecisions: readonly NoticeKind[] = ['decision', 'promotion', 'correction'];

/**
 * The newest decision that an applicant was told of, or null.
 *
 * @param sent the notices to one applicant about one course, in any order
 */
export function toldDecision(sent: readonly SentNotice[]): ToldDecision | null {
	let newest: ToldDecision | null = null;
	for (const { kind, about, at } of sent) {
		const [, outcome, revid] = /^(accepted|waitlisted|declined)-(\d+)$/.exec(about) ?? [];
		if (!aboutDecisions.includes(kind) || outcome === undefined) continue;
		if (newest === null || Date.parse(at) > Date.parse(newest.at))
			newest = { outcome: outcome as ToldDecision['outcome'], decision: Number(revid), at };
	}
	return newest;
}
