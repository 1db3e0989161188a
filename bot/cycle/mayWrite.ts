import type { PlannedNotice } from '../plan/plannedNotice.ts';
import type { PublishResult } from '../wiki/comparePage.ts';
import type { CyclePlan } from './planCycle.ts';
import type { Snapshot } from './readSnapshot.ts';

/**
 * Whether a cycle may write at all. What was sent is known from the edits of the programme's bot: no other account may
 * write in its place.
 */
export function mayWrite({ programme, wikiChanges }: Snapshot, { stopped }: CyclePlan): boolean {
	return stopped === null && wikiChanges.site.user.id === programme.bot.id;
}

/** Nothing is sent about an application whose page could not be brought up to date. */
export function isSaved(published: readonly PublishResult[]): (notice: PlannedNotice) => boolean {
	const failed = new Set(
		published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged').map(({ title }) => title),
	);
	return ({ page }) => !failed.has(page);
}
