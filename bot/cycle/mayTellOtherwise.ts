import type { SentNotices } from '../../shared/notices/readSent.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { RecentChange } from '../gather/recentChange.ts';
import { USER_TALK } from '../notices/talkTitle.ts';

/**
 * Whether the bot's edits may tell of other notices than before: a page that holds some was moved, merged, deleted, brought
 * back or imported into, or edits of it were hidden.
 */
export function mayTellOtherwise(
	changes: readonly RecentChange[],
	{ sent }: SentNotices,
	{ namespaces }: Pick<Site, 'namespaces'>,
): boolean {
	const talk = `${namespaces.find(({ id }) => id === USER_TALK)?.name ?? 'User talk'}:`;
	const holding = new Set(sent.map(({ title }) => title));
	return changes.some(
		({ log, title, otherTitles }) =>
			(log === 'move' || log === 'merge' || log === 'delete' || log === 'import') &&
			[title, ...otherTitles].some((one) => one.startsWith(talk) || holding.has(one)),
	);
}
