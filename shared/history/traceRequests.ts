import type { FoundApplications } from '../application/readApplications.ts';
import { splitMark } from '../actions/mark.ts';
import { isBot, isNamed, type People } from '../programme/people.ts';
import { changeOf, type Change } from './change.ts';
import { forbidsBots } from './forbidsBots.ts';
import { readRequests } from './readRequests.ts';
import type { Request, Submission } from './submission.ts';

/**
 * The sections that ask to apply now, with who began them. Threads begun by the team are announcements.
 *
 * @param read each revision of the history; null where its text is hidden
 */
export function traceRequests(
	{ kind, history }: Pick<Submission, 'kind' | 'history'>,
	read: readonly (FoundApplications | null)[],
	people: People,
	language: string,
): readonly Request[] {
	const newest = read[read.length - 1] ?? null;
	const headings = newest && kind === 'talk' ? readRequests(newest, language) : [];
	if (!newest || headings.length === 0) return [];
	const isClosed = forbidsBots(newest.scan, people.bot.name);
	const answered = answeredBy(history, people);
	const begun = firstChanges(history, read, language);
	const counted = new Map<string, number>();
	return headings.flatMap((heading) => {
		const copy = counted.get(heading) ?? 0;
		counted.set(heading, copy + 1);
		const added = begun.get(heading)?.[copy];
		if (!added || (added.user && (isBot(people, added.user) || isNamed(people, added.user.id)))) return [];
		return [{ heading, added, answered: isClosed || answered.has(added.revid) }];
	});
}

/** For each heading the changes that first brought so many of it. */
function firstChanges(
	history: Submission['history'],
	read: readonly (FoundApplications | null)[],
	language: string,
): ReadonlyMap<string, readonly Change[]> {
	const begun = new Map<string, Change[]>();
	let unseen = false;
	history.forEach((revision, index) => {
		const page = read[index];
		if (!page) {
			unseen = true;
			return;
		}
		const change = changeOf(revision);
		const counts = new Map<string, number>();
		for (const heading of readRequests(page, language)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
		for (const [heading, count] of counts) {
			const changes = begun.get(heading) ?? [];
			while (changes.length < count) changes.push(unseen ? { ...change, user: null } : change);
			begun.set(heading, changes);
		}
		unseen = false;
	});
	return begun;
}

/** The sections that the bot replied to, by the revision that added them: its own summaries say so. */
function answeredBy(history: Submission['history'], people: People): ReadonlySet<number> {
	const own = history.filter(({ user, comment }) => isBot(people, user) && comment !== null);
	return new Set(
		own.flatMap(({ comment }) => {
			const read = splitMark(comment ?? '');
			return read.kind === 'mark' && read.fields[0] === 'answer'
				? (read.fields[1] ?? '').split(',').map(Number)
				: [];
		}),
	);
}
