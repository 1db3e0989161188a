import type { PlannedNotice } from '../plan/plannedNotice.ts';
import type { Published } from '../wiki/comparePage.ts';
import type { Plan } from './planCycle.ts';
import type { Snapshot } from './readSnapshot.ts';

/**
 * Whether a cycle may write at all. What was sent is known from the edits of the programme's bot: no other account may
 * write in its place.
 */
export function mayWrite({ programme, news }: Snapshot, { stopped }: Plan): boolean {
	return stopped === null && news.site.user.id === programme.bot.id;
}

/** Nothing is sent about an application whose page could not be brought up to date. */
export function isSaved(published: readonly Published[]): (notice: PlannedNotice) => boolean {
	const failed = new Set(
		published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged').map(({ title }) => title),
	);
	return ({ page }) => !failed.has(page);
}
