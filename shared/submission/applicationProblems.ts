import type { FoundApplications } from '../application/readApplications.ts';
import { findContactDetails } from '../rules/contactDetails.ts';
import type { Marks } from '../mark/marksOn.ts';
import type { Change } from './change.ts';
import type { Problem, Submission, TracedApplication } from './submission.ts';
import { hasAccount } from './hasAccount.ts';
import { isTeam, type Team } from './team.ts';

/** What a person should look at in one application. What the team itself did is known and not told. */
export function applicationProblems(
	one: TracedApplication,
	ofMarks: Marks['problems'],
	team: Team,
): readonly Problem[] {
	const problems: Problem[] = [];
	const about = one.section === '' ? one.title : `${one.title}#${one.section}`;
	const add = (kind: Problem['kind'], detail: string, revid: number) =>
		problems.push({ kind, about, detail, revid });
	const byOthers = (kind: Problem['kind'], change: Change) => {
		if (!isTeam(change, team)) add(kind, change.user?.name ?? '', change.revid);
	};
	if (!one.added.user) add('hidden-author', '', one.added.revid);
	else if (!hasAccount(one.added.user)) add('no-account', one.added.user.name, one.added.revid);
	if (one.application.course !== one.course) add('other-course', one.application.course, one.answered.revid);
	if (one.changedByOthers) byOthers('changed-by-others', one.changedByOthers);
	const contacts = answersWithContact(one);
	if (contacts.length > 0) add('contact-detail', contacts.join(', '), one.answered.revid);
	if (one.removed && !one.withdrawn) byOthers('removed-by-others', one.removed);
	// Where the whole application went, its marks went with it: one line is enough.
	const own = ofMarks.filter(({ kind, revid }) => !kind.endsWith('-changed') || revid !== one.removed?.revid);
	return [...problems, ...own.map((problem) => ({ ...problem, about }))];
}

/** Which answers, by question id, hold an address or a number. What it is stays out of the report, which is public too. */
function answersWithContact({ application: { answers } }: TracedApplication): readonly string[] {
	return Object.keys(answers).filter((question) => findContactDetails(answers[question] ?? '').length > 0);
}

/**
 * What is wrong with the page as it is now.
 *
 * @param found what its newest revision holds; null where that is hidden
 * @param bot whose own edits, of its region, are not what is wrong
 */
export function pageProblems(
	{ kind, title, history, movedTo }: Submission,
	found: FoundApplications | null,
	{ bot }: Team,
): readonly Problem[] {
	const newest = history.filter(({ user }) => user?.name !== bot).pop() ?? history[history.length - 1];
	if (!newest || movedTo !== null) return [];
	const unreadable = (detail: string): Problem => ({
		kind: 'unreadable',
		about: title,
		detail,
		revid: newest.revid,
	});
	if (!found) return [unreadable('hidden')];
	if (kind === 'subpage' && found.applications.length === 0 && found.problems.length === 0)
		return [unreadable('no-application')];
	// Each kind is one thing to tell: a page may have a million parameters without a name.
	return Array.from(new Set(found.problems.map((problem) => problem.kind)), unreadable);
}
