import type { Programme, Requirement } from '../../../shared/programme/schema.ts';
import { asWritten } from '../../../shared/history/gatherSubmissions.ts';
import { coursePages } from '../../../shared/programme/coursePages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { TracedPage } from '../../../shared/history/submission.ts';
import type { RecentChange } from './recentChange.ts';

/** What recent changes make necessary to read again. */
export interface Affected {
	/** Titles of subpages and talk pages with submissions, as they were or are. */
	readonly titles: ReadonlySet<string>;
	/** Names of accounts whose rights, blocks or names changed. */
	readonly accounts: ReadonlySet<string>;
	/** Names of accounts that edited anything, where edits count. */
	readonly editors: ReadonlySet<string>;
	/** Every title that changed at all. */
	readonly all: ReadonlySet<string>;
	/** Titles whose histories may have got older revisions: brought back, merged or imported. */
	readonly restored: ReadonlySet<string>;
	/** Whether the log may have changed: by an edit, by an administrator, by an import into any page, or in its authors' names. */
	readonly log: boolean;
}

/** @param known the pages as the last cycle read them: those on which a renamed account appears say another name now */
export function affectedBy(
	changes: readonly RecentChange[],
	programme: Programme,
	site: Site,
	known: readonly TracedPage[],
): Affected {
	const all = new Set(changes.flatMap(({ title, otherTitles }) => [title, ...otherTitles]));
	const isSubmission = submissionTitles(programme, site);
	const accounts = accountsIn(changes, site);
	const renamed = new Set(changes.flatMap(({ renamed: names }) => names).map(asWritten));
	const mentioning = known.filter(({ authors }) => authors.some((name) => renamed.has(name)));
	return {
		titles: new Set([...[...all].filter(isSubmission), ...mentioning.map(({ title }) => title)]),
		accounts: new Set([...accounts, ...renamed]),
		editors: new Set(programme.courses.some(countsEdits) ? editorsIn(changes, isSubmission, known) : []),
		all,
		restored: new Set(
			changes
				.filter(({ log }) => log === 'delete' || log === 'merge' || log === 'import')
				.flatMap(({ title, otherTitles }) => [title, ...otherTitles]),
		),
		log:
			renamed.size > 0 ||
			changes.some(
				({ pageid, title, log }) =>
					pageid === programme.log.id || title === programme.log.page || log === 'import',
			),
	};
}

/** Where no course asks for edits, nobody's number of them is of interest. */
function countsEdits({ requirements }: { readonly requirements: readonly Requirement[] }): boolean {
	return requirements.some((one) =>
		'of' in one ? countsEdits({ requirements: one.of }) : one.kind === 'edits',
	);
}

/**
 * A move counts as an edit as well. With a page, its edits go from the recent changes: who had edited it is not told any
 * more, and might be any of us. (Elsewhere that waits for the daily reading.)
 */
function editorsIn(
	changes: readonly RecentChange[],
	isSubmission: (title: string) => boolean,
	known: readonly TracedPage[],
): readonly string[] {
	const editors = changes.map(({ user }) => user);
	const isGone = changes.some(({ log, title }) => log === 'delete' && isSubmission(title));
	return isGone ? [...editors, ...known.flatMap(({ authors }) => authors)] : editors;
}

/** Logs about accounts have the user page as their title. */
function accountsIn(changes: readonly RecentChange[], { namespaces }: Site): readonly string[] {
	const userSpace = `${namespaces.find(({ id }) => id === 2)?.name ?? 'User'}:`;
	return changes
		.filter(({ log, title }) => log !== null && title.startsWith(userSpace))
		.map(({ title }) => title.slice(userSpace.length));
}

function submissionTitles(programme: Programme, site: Site): (title: string) => boolean {
	const places = programme.courses.map((course) => coursePages(course, site));
	const talks = new Set(places.map(({ talk }) => talk));
	const prefixes = places.map(({ fullPrefix }) => fullPrefix);
	return (title) => talks.has(title) || prefixes.some((prefix) => title.startsWith(prefix));
}
