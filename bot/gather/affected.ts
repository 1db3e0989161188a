import type { Programme } from '../../shared/programme/schema.ts';
import { coursePages } from '../../shared/wiki/coursePages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { RecentChange } from './readNews.ts';

/** What recent changes make necessary to read again. */
export interface Affected {
	/** Titles of subpages and talk pages with submissions, as they were or are. */
	readonly titles: ReadonlySet<string>;
	/** Names of accounts whose rights, blocks or names changed. */
	readonly accounts: ReadonlySet<string>;
	/** Every title that changed at all. */
	readonly all: ReadonlySet<string>;
}

export function affectedBy(changes: readonly RecentChange[], programme: Programme, site: Site): Affected {
	const all = new Set(
		changes.flatMap(({ title, movedTo }) => (movedTo === null ? [title] : [title, movedTo])),
	);
	const isSubmission = submissionTitles(programme, site);
	const userSpace = `${site.namespaces.find(({ id }) => id === 2)?.name ?? 'User'}:`;
	const accounts = changes
		.filter(({ log, title }) => log !== null && title.startsWith(userSpace))
		.map(({ title }) => title.slice(userSpace.length));
	return { titles: new Set([...all].filter(isSubmission)), accounts: new Set(accounts), all };
}

function submissionTitles(programme: Programme, site: Site): (title: string) => boolean {
	const places = programme.courses.map((course) => coursePages(course, site));
	const talks = new Set(places.map(({ talk }) => talk));
	const prefixes = places.map(({ fullPrefix }) => fullPrefix);
	return (title) => talks.has(title) || prefixes.some((prefix) => title.startsWith(prefix));
}
