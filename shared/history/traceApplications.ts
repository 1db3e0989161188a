import type { Application } from '../application/application.ts';
import { readApplications, type FoundApplications } from '../application/readApplications.ts';
import { isBot, isNamed, type People } from '../programme/people.ts';
import { changeOf, hasAccount, isSameAccount, type Change } from './change.ts';
import { firstPuts, type Puts } from './firstPuts.ts';
import { pageProblems } from './pageProblems.ts';
import type { Problem } from './problem.ts';
import { contentOf, hasSameAnswers, isFormOf } from './similarity.ts';
import type { Submission, TracedApplication, TracedSubmission, Version } from './submission.ts';
import { traceReplies, type FoundReplies } from './traceReplies.ts';
import { traceRequests } from './traceRequests.ts';

/**
 * What one submission says, and on whose word: its applications with their applicants and replies, the sections that
 * ask to apply, and what a person should look at.
 *
 * An application belongs to the account whose edit first put its raw source on the page. Two people's identical answers
 * are two applications. What nobody can attribute is reported, never dropped, never credited to whoever tidied up.
 *
 * @param language of the programme, in which people may ask
 */
export function traceApplications(
	submission: Submission,
	people: People,
	language: string,
): TracedSubmission {
	const { history, title, imported } = submission;
	const read = readHistory(history);
	const sources = sourcesIn(read);
	const puts = firstPuts(history, Array.from(sources.keys()), imported);
	const replies = traceReplies(title, history);
	const groups = groupForms(submission, sources, puts);
	const applications = groups.map((group) => applicationOf(submission, group, replies));
	return {
		applications,
		requests: traceRequests(submission, read, people, language),
		authors: authorsOf(history),
		nullRevisions: nullRevisions(history),
		problems: [
			...pageProblems(submission, read[read.length - 1] ?? null, people),
			...replies.problems,
			...foreignReplies(title, replies, applications),
			...applications.flatMap((application) => applicationProblems(application, people)),
		],
	};
}

/** By somebody who has no application there for that course: they decide nothing. */
function foreignReplies(
	about: string,
	{ replies }: FoundReplies,
	applications: readonly TracedApplication[],
): readonly Problem[] {
	return replies
		.filter(
			({ course, change }) =>
				!applications.some((one) => one.course === course && isSameAccount(one.added, change)),
		)
		.map(({ change: { revid } }) => ({ kind: 'ineffective-mark', about, detail: 'no-application', revid }));
}

function authorsOf(history: Submission['history']): readonly string[] {
	const names = new Set<string>();
	for (const { user } of history) if (user) names.add(user.name);
	return [...names].sort();
}

function nullRevisions(history: Submission['history']): readonly Change[] {
	return history
		.filter(({ text }, index) => index > 0 && text !== null && text === history[index - 1]?.text)
		.map(changeOf);
}

/** What each revision holds; null: its text is hidden. */
function readHistory(history: Submission['history']): readonly (FoundApplications | null)[] {
	let before: FoundApplications | undefined;
	return history.map(({ text }) => {
		if (text === null) return null;
		before = readApplications(text, undefined, before);
		return before;
	});
}

/** The raw source of an application, with what it says and the heading it last stood under. */
interface Source {
	readonly text: string;
	readonly application: Application;
	readonly section: string;
}

function sourcesIn(read: readonly (FoundApplications | null)[]): ReadonlyMap<string, Source> {
	const sources = new Map<string, Source>();
	// What stands there letter for letter as before has the same application, and is not cut out again.
	const known = new Map<Application, string>();
	for (const page of read)
		page?.applications.forEach((found) => {
			const { application, section } = found;
			const text = known.get(application) ?? page.scan.text.slice(found.start, found.end);
			known.set(application, text);
			sources.set(text, { text, application, section: section?.title ?? '' });
		});
	return sources;
}

/** A form of an application: which source, put there by which change. */
interface Form {
	readonly source: Source;
	readonly puts: Puts;
	readonly change: Change;
}

/** All that one account put on the page for one course. */
interface Group {
	readonly forms: readonly [Form, ...Form[]];
	/** What others made of it. */
	readonly madeOfIt: Form[];
}

/**
 * Sorts what was put on a page by account and course. What somebody made of another account's application by editing it
 * is not theirs: it is a change of that one.
 */
function groupForms(
	submission: Submission,
	sources: ReadonlyMap<string, Source>,
	puts: ReadonlyMap<string, Puts>,
): readonly Group[] {
	const forms = Array.from(sources.values())
		.flatMap((source) => formsOf(source, puts.get(source.text)))
		.sort((a, b) => a.change.revid - b.change.revid);
	const groups = new Map<string, { forms: [Form, ...Form[]]; madeOfIt: Form[] }>();
	/** Whose application each form is one of. */
	const owners = new Map<Form, string>();
	for (const form of forms) {
		const own = groupKey(form, submission);
		const edited = isSpeakingForThemselves(form, submission)
			? undefined
			: forms.find((other) => owners.has(other) && owners.get(other) !== own && isEditOf(form, other));
		const owner = (edited && owners.get(edited)) ?? own;
		owners.set(form, owner);
		const group = groups.get(owner);
		if (owner !== own) group?.madeOfIt.push(form);
		else if (group) group.forms.push(form);
		else groups.set(own, { forms: [form], madeOfIt: [] });
	}
	return Array.from(groups.values());
}

/** One for each time that an account which owns a copy of it put it on the page. */
function formsOf(source: Source, puts: Puts | undefined): readonly Form[] {
	if (!puts) return [];
	return puts.all
		.filter((change) => puts.first.some((first) => isSameAccount(first, change)))
		.map((change) => ({ source, puts, change }));
}

function groupKey({ source, change }: Form, submission: Submission): string {
	const { user, revid } = change;
	const account = !user ? `?${revid}:${source.text}` : user.id === 0 ? `!${user.name}` : `#${user.id}`;
	return `${account} ${courseOf(submission, source.application)}`;
}

/** In a subpage of their own name. */
function isSpeakingForThemselves({ change }: Form, { inName }: Submission): boolean {
	return inName !== '' && change.user?.name === inName;
}

function isEditOf(form: Form, before: Form): boolean {
	const { revid } = form.change;
	return (
		form.source !== before.source &&
		before.change.revid < revid &&
		before.puts.removals.some((removal) => removal.revid === revid) &&
		isFormOf(before.source.application, form.source.application)
	);
}

/** A talk page may be shared by courses; else the page says which course it is. */
function courseOf({ courses }: Submission, { course }: Application): string {
	return courses.includes(course) ? course : (courses[0] ?? '');
}

function applicationOf(submission: Submission, group: Group, replies: FoundReplies): TracedApplication {
	const { kind, title, pageid, inName } = submission;
	const { forms, madeOfIt } = group;
	const [first] = forms;
	const newest = forms[forms.length - 1] ?? first;
	const course = courseOf(submission, newest.source.application);
	const versions = forms.map(versionOf) as [Version, ...Version[]];
	const gone = isPresent(newest) ? undefined : newest.puts.removals[newest.puts.removals.length - 1];
	const shown = gone && [...forms, ...madeOfIt].filter(isPresent).pop();
	const own = (change: Change): boolean => isSameAccount(change, first.change);
	const isOther = shown && contentOf(shown.source.application) !== contentOf(newest.source.application);
	const putBack = putBackByOthers(newest);
	return {
		kind,
		title,
		pageid,
		section: kind === 'subpage' ? '' : newest.source.section,
		inName,
		course,
		added: first.change,
		versions,
		answered: newest.change,
		answersSince: lastAnswered(versions),
		application: newest.source.application,
		changedByOthers: putBack ?? (gone && isOther ? gone : null),
		removed: gone && !shown ? gone : null,
		removedByApplicant: putBack !== null || (gone !== undefined && !shown && own(gone) && !gone.reverts),
		replies: replies.replies
			.filter((reply) => reply.course === course && own(reply.change))
			.map(({ answer, offer, change }) => ({ answer, offer, change })),
		uncertainReply: Math.max(
			0,
			...replies.uncertain.filter((change) => change.user === null || own(change)).map(({ revid }) => revid),
		),
	};
}

function versionOf({ change, source }: Form): Version {
	return { change, application: source.application };
}

/** Of identical copies the first to come are the last to go. */
function isPresent({ puts, change }: Form): boolean {
	const copy = puts.first.findIndex((first) => isSameAccount(first, change));
	return copy >= 0 && copy < puts.present;
}

/** The change with which somebody else put back what the applicant had removed, and not put back since; or null. */
function putBackByOthers({ puts: { additions, removals, present }, change }: Form): Change | null {
	const isOwn = (other: Change): boolean => isSameAccount(other, change);
	const removed = removals
		.filter((removal) => isOwn(removal) && !removal.reverts && removal.left === 0)
		.pop();
	const later = additions.filter(({ revid }) => removed !== undefined && revid > removed.revid);
	return present === 0 || later.some(isOwn) ? null : (later[later.length - 1] ?? null);
}

/** That an address was handed over changes no answer. */
function lastAnswered(versions: TracedApplication['versions']): Change {
	return versions.reduce((last, { application, change }, index) => {
		const before = versions[index - 1]?.application;
		return before && hasSameAnswers(before, application) ? last : change;
	}, versions[0].change);
}

/** What a person should look at in one application. What the team itself did is known and not reported. */
function applicationProblems(application: TracedApplication, people: People): readonly Problem[] {
	const { added, changedByOthers, removed, answered, course, title, section } = application;
	const about = section === '' ? title : `${title}#${section}`;
	const problems: Problem[] = [];
	const add = (kind: Problem['kind'], detail: string, { revid }: Change) =>
		problems.push({ kind, about, detail, revid });
	const isTeam = ({ user }: Change): boolean =>
		user !== null && (isBot(people, user) || isNamed(people, user.id));
	if (!added.user) add('hidden-author', '', added);
	else if (!hasAccount(added.user)) add('no-account', added.user.name, added);
	if (application.application.course !== course)
		add('other-course', application.application.course, answered);
	if (changedByOthers && !isTeam(changedByOthers))
		add('changed-by-others', changedByOthers.user?.name ?? '', changedByOthers);
	if (removed && !application.removedByApplicant && !isTeam(removed))
		add('removed-by-others', removed.user?.name ?? '', removed);
	return problems;
}
