import type { PlannedNotice } from '../plan/plannedNotice.ts';
import type { PublishResult } from '../wiki/comparePage.ts';
import type { CyclePlan } from './planCycle.ts';
import type { Snapshot } from './readSnapshot.ts';

/**
 * Whether a cycle may write at all. Sent notices are known from the edits of the programme's bot, so no other account
 * may write.
 */
export function mayWrite({ programme, wikiChanges }: Snapshot, { stopped }: CyclePlan): boolean {
	return stopped === null && wikiChanges.site.user.id === programme.bot.id;
}

/** Selects notices about applications whose page was published. */
export function isSaved(published: readonly PublishResult[]): (notice: PlannedNotice) => boolean {
	const failed = new Set(
		published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged').map(({ title }) => title),
	);
	return ({ page }) => !failed.has(page);
}
