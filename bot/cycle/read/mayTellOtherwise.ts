import type { SentNotices } from '../../../shared/notices/readSent.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { RecentChange } from './recentChange.ts';
import { USER_TALK } from '../../plan/talkTitle.ts';

/**
 * Whether the bot's edits may tell of other notices than before: a page that holds some, or an applicant's talk page, was moved,
 * merged, deleted, brought back or imported into, or edits of it were hidden.
 *
 * @param changes that the last cycle did not know: to read all edits again takes many requests
 * @param applicants their names
 */
export function mayTellOtherwise(
	changes: readonly RecentChange[],
	{ sent }: SentNotices,
	{ namespaces }: Pick<Site, 'namespaces'>,
	applicants: ReadonlySet<string>,
): boolean {
	const talk = `${namespaces.find(({ id }) => id === USER_TALK)?.name ?? 'User talk'}:`;
	const isApplicants = (title: string): boolean =>
		title.startsWith(talk) && applicants.has(title.slice(talk.length).split('/')[0] ?? '');
	const holding = new Set(sent.map(({ title }) => title));
	return changes.some(
		({ log, title, otherTitles }) =>
			(log === 'move' || log === 'merge' || log === 'delete' || log === 'import') &&
			[title, ...otherTitles].some((one) => isApplicants(one) || holding.has(one)),
	);
}
