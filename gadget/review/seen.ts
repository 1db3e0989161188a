import type { TracedApplication } from '../../shared/submission/submission.ts';

/** What a reviewer had before them when they decided: revisions, 0 for none. */
export interface Seen {
	readonly answered: number;
	readonly changedByOthers: number;
	readonly decision: number;
	readonly withdrawn: boolean;
}

export function seenIn(one: TracedApplication): Seen {
	return {
		answered: one.answered.revid,
		changedByOthers: one.changedByOthers?.revid ?? 0,
		decision: one.decisions[one.decisions.length - 1]?.change.revid ?? 0,
		withdrawn: one.withdrawn,
	};
}

/** What became of an application since somebody saw it; the first that holds. */
export type ChangedSince = 'withdrawn' | 'decided' | 'changed';

export function changedSince(seen: Seen, one: TracedApplication): ChangedSince | null {
	const now = seenIn(one);
	if (now.withdrawn !== seen.withdrawn) return now.withdrawn ? 'withdrawn' : 'changed';
	if (now.decision !== seen.decision) return 'decided';
	return now.answered !== seen.answered || now.changedByOthers !== seen.changedByOthers ? 'changed' : null;
}

/** Whether the answers, or what others made of them, are newer than the newest decision: it was about other ones. */
export function isChangedSinceDecision(one: TracedApplication): boolean {
	const { decision, answered, changedByOthers } = seenIn(one);
	return decision !== 0 && Math.max(answered, changedByOthers) > decision;
}
