import type { Programme, Requirement } from '../../../shared/programme/schema.ts';
import { normalizeUserName } from '../../../shared/history/gatherSubmissions.ts';
import { getCoursePages } from '../../../shared/programme/coursePages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { RecentChange } from './recentChanges.ts';
import type { SentNotices } from '../../../shared/notices/readSentNotices.ts';
import { USER_TALK } from '../../plan/recipients.ts';

/** What has to be read again because of recent changes. */
export interface Affected {
	/** Titles of subpages and talk pages with submissions, before or after the change. */
	readonly submissionTitles: ReadonlySet<string>;
	/** Names of accounts whose rights, blocks or names changed. */
	readonly accounts: ReadonlySet<string>;
	/** Names of accounts with any edit, if edit counts matter. */
	readonly editors: ReadonlySet<string>;
	/** All changed titles. */
	readonly changedTitles: ReadonlySet<string>;
	/** Titles whose histories may have gained older revisions: undeleted, merged or imported. */
	readonly restored: ReadonlySet<string>;
	/** Whether the log may have changed: by an edit, a log action, an import into any page, or a rename of its authors. */
	readonly isLogAffected: boolean;
}

/** @param cachedPages the pages in the cache: those that mention a renamed account need its new name */
export function findAffected(
	changes: readonly RecentChange[],
	programme: Programme,
	site: Site,
	cachedPages: readonly TracedPage[],
): Affected {
	const changedTitles = new Set(changes.flatMap(({ title, otherTitles }) => [title, ...otherTitles]));
	const isSubmission = isSubmissionTitle(programme, site);
	const accounts = accountsIn(changes, site);
	const renamed = new Set(changes.flatMap(({ renamed: names }) => names).map(normalizeUserName));
	const pagesByRenamed = cachedPages.filter(({ authors }) => authors.some((name) => renamed.has(name)));
	return {
		submissionTitles: new Set([
			...[...changedTitles].filter(isSubmission),
			...pagesByRenamed.map(({ title }) => title),
		]),
		accounts: new Set([...accounts, ...renamed]),
		editors: new Set(
			programme.courses.some(requiresEdits) ? editorsIn(changes, isSubmission, cachedPages) : [],
		),
		changedTitles,
		restored: new Set(
			changes
				.filter(({ log }) => log === 'delete' || log === 'merge' || log === 'import')
				.flatMap(({ title, otherTitles }) => [title, ...otherTitles]),
		),
		isLogAffected:
			renamed.size > 0 ||
			changes.some(
				({ pageid, title, log }) =>
					pageid === programme.log.id || title === programme.log.page || log === 'import',
			),
	};
}

/** Edit counts matter only if a course requires edits. */
function requiresEdits({ requirements }: { readonly requirements: readonly Requirement[] }): boolean {
	return requirements.some((requirement) =>
		'of' in requirement ? requiresEdits({ requirements: requirement.of }) : requirement.kind === 'edits',
	);
}

/**
 * A move counts as an edit, too. Deleting a page removes its edits from recent changes: their authors are unknown,
 * and may include applicants. (On other pages, that waits for the daily full read.)
 */
function editorsIn(
	changes: readonly RecentChange[],
	isSubmission: (title: string) => boolean,
	cachedPages: readonly TracedPage[],
): readonly string[] {
	const editors = changes.map(({ user }) => user);
	const isPageDeleted = changes.some(({ log, title }) => log === 'delete' && isSubmission(title));
	return isPageDeleted ? [...editors, ...cachedPages.flatMap(({ authors }) => authors)] : editors;
}

/** Log entries about accounts have the user page as their title. */
function accountsIn(changes: readonly RecentChange[], { namespaces }: Site): readonly string[] {
	const userSpace = `${namespaces.find(({ id }) => id === 2)?.name ?? 'User'}:`;
	return changes
		.filter(({ log, title }) => log !== null && title.startsWith(userSpace))
		.map(({ title }) => title.slice(userSpace.length));
}

function isSubmissionTitle(programme: Programme, site: Site): (title: string) => boolean {
	const pages = programme.courses.map((course) => getCoursePages(course, site));
	const talkPages = new Set(pages.map(({ talk }) => talk));
	const prefixes = pages.map(({ fullPrefix }) => fullPrefix);
	return (title) => talkPages.has(title) || prefixes.some((prefix) => title.startsWith(prefix));
}

/**
 * Whether the set of sent notices may have changed: a page with notices, or an applicant's talk page, was moved,
 * merged, deleted, undeleted or imported into, or edits of it were hidden.
 *
 * @param changes changes since the last cycle: rereading all edits takes many requests
 * @param applicants their names
 */
export function maySentNoticesDiffer(
	changes: readonly RecentChange[],
	{ sent }: SentNotices,
	{ namespaces }: Pick<Site, 'namespaces'>,
	applicants: ReadonlySet<string>,
): boolean {
	const talkPrefix = `${namespaces.find(({ id }) => id === USER_TALK)?.name ?? 'User talk'}:`;
	const isApplicantTalkPage = (title: string): boolean =>
		title.startsWith(talkPrefix) && applicants.has(title.slice(talkPrefix.length).split('/')[0] ?? '');
	const noticePages = new Set(sent.map(({ title }) => title));
	return changes.some(
		({ log, title, otherTitles }) =>
			(log === 'move' || log === 'merge' || log === 'delete' || log === 'import') &&
			[title, ...otherTitles].some((page) => isApplicantTalkPage(page) || noticePages.has(page)),
	);
}
