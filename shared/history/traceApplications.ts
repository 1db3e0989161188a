import type { Application } from '../application/application.ts';
import { readApplications, type FoundApplications } from '../application/readApplications.ts';
import { isBot, isListed, type People } from '../programme/people.ts';
import { toChange, hasAccount, isSameAccount, type Change } from './change.ts';
import { traceSources, type SourceTrace } from './traceSources.ts';
import { findPageProblems } from './findPageProblems.ts';
import type { Problem } from './problem.ts';
import { serializeContent, hasSameAnswers, isSimilar } from './similarity.ts';
import type { Submission, TracedApplication, TracedSubmission, Version } from './submission.ts';
import { traceReplies, type FoundReplies } from './traceReplies.ts';
import { traceRequests } from './traceRequests.ts';

/**
 * What one submission says, and on whose word: its applications with their applicants and replies, the sections that
 * ask to apply, and what a person should look at.
 *
 * An application belongs to the account whose edit first put its raw source on the page. Two people's identical answers
 * are two applications. What cannot be attributed is reported, never dropped, never credited to a later editor.
 *
 * @param language of the programme, in which people may ask
 */
export function traceApplications(
	submission: Submission,
	people: People,
	language: string,
): TracedSubmission {
	const { history, title, isImported } = submission;
	const pages = readPages(history);
	const sources = collectSources(pages);
	const traces = traceSources(history, Array.from(sources.keys()), isImported);
	const replies = traceReplies(title, history);
	const groups = groupVersions(submission, sources, traces);
	const applications = groups.map((group) => buildApplication(submission, group, replies));
	return {
		applications,
		requests: traceRequests(submission, pages, people, language),
		authors: listAuthors(history),
		nullRevisions: findNullRevisions(history),
		problems: [
			...findPageProblems(submission, pages[pages.length - 1] ?? null, people),
			...replies.problems,
			...findForeignReplies(title, replies, applications),
			...applications.flatMap((application) => findApplicationProblems(application, people)),
		],
	};
}

/** By somebody who has no application there for that course: they decide nothing. */
function findForeignReplies(
	about: string,
	{ replies }: FoundReplies,
	applications: readonly TracedApplication[],
): readonly Problem[] {
	return replies
		.filter(
			({ course, change }) =>
				!applications.some(
					(application) => application.course === course && isSameAccount(application.added, change),
				),
		)
		.map(({ change: { revid } }) => ({ kind: 'ineffective-mark', about, detail: 'no-application', revid }));
}

function listAuthors(history: Submission['history']): readonly string[] {
	const names = new Set<string>();
	for (const { user } of history) if (user) names.add(user.name);
	return [...names].sort();
}

function findNullRevisions(history: Submission['history']): readonly Change[] {
	return history
		.filter(({ text }, index) => index > 0 && text !== null && text === history[index - 1]?.text)
		.map(toChange);
}

/** What each revision holds; null: its text is hidden. */
function readPages(history: Submission['history']): readonly (FoundApplications | null)[] {
	let previous: FoundApplications | undefined;
	return history.map(({ text }) => {
		if (text === null) return null;
		previous = readApplications(text, undefined, previous);
		return previous;
	});
}

/** The raw source of an application, with what it says and the heading it last stood under. */
interface Source {
	readonly text: string;
	readonly application: Application;
	readonly section: string;
}

function collectSources(pages: readonly (FoundApplications | null)[]): ReadonlyMap<string, Source> {
	const sources = new Map<string, Source>();
	// What stands there letter for letter as before has the same application, and is not cut out again.
	const textsByApplication = new Map<Application, string>();
	for (const page of pages)
		page?.applications.forEach((found) => {
			const { application, section } = found;
			const text = textsByApplication.get(application) ?? page.scan.text.slice(found.start, found.end);
			textsByApplication.set(application, text);
			sources.set(text, { text, application, section: section?.title ?? '' });
		});
	return sources;
}

/** A form of an application: which source, put there by which change. */
interface SourceVersion {
	readonly source: Source;
	readonly trace: SourceTrace;
	readonly change: Change;
}

/** All that one account put on the page for one course. */
interface VersionGroup {
	readonly versions: readonly [SourceVersion, ...SourceVersion[]];
	/** What others made of it. */
	readonly changesByOthers: SourceVersion[];
}

/**
 * Sorts what was put on a page by account and course. What somebody made of another account's application by editing it
 * is not theirs: it is a change of that one.
 */
function groupVersions(
	submission: Submission,
	sources: ReadonlyMap<string, Source>,
	traces: ReadonlyMap<string, SourceTrace>,
): readonly VersionGroup[] {
	const versions = Array.from(sources.values())
		.flatMap((source) => listVersions(source, traces.get(source.text)))
		.sort((a, b) => a.change.revid - b.change.revid);
	const groups = new Map<
		string,
		{ versions: [SourceVersion, ...SourceVersion[]]; changesByOthers: SourceVersion[] }
	>();
	/** Whose application each form is one of. */
	const owners = new Map<SourceVersion, string>();
	for (const version of versions) {
		const ownKey = getGroupKey(version, submission);
		const original = isOwnSubpage(version, submission)
			? undefined
			: versions.find(
					(other) => owners.has(other) && owners.get(other) !== ownKey && isEditOf(version, other),
				);
		const ownerKey = (original && owners.get(original)) ?? ownKey;
		owners.set(version, ownerKey);
		const group = groups.get(ownerKey);
		if (ownerKey !== ownKey) group?.changesByOthers.push(version);
		else if (group) group.versions.push(version);
		else groups.set(ownKey, { versions: [version], changesByOthers: [] });
	}
	return Array.from(groups.values());
}

/** One for each time that an account which owns a copy of it put it on the page. */
function listVersions(source: Source, trace: SourceTrace | undefined): readonly SourceVersion[] {
	if (!trace) return [];
	return trace.ownAdditions
		.filter((change) => trace.firstAdditions.some((first) => isSameAccount(first, change)))
		.map((change) => ({ source, trace, change }));
}

function getGroupKey({ source, change }: SourceVersion, submission: Submission): string {
	const { user, revid } = change;
	const account = !user ? `?${revid}:${source.text}` : user.id === 0 ? `!${user.name}` : `#${user.id}`;
	return `${account} ${findCourse(submission, source.application)}`;
}

/** In a subpage of their own name. */
function isOwnSubpage({ change }: SourceVersion, { titleUserName }: Submission): boolean {
	return titleUserName !== '' && change.user?.name === titleUserName;
}

function isEditOf(version: SourceVersion, earlier: SourceVersion): boolean {
	const { revid } = version.change;
	return (
		version.source !== earlier.source &&
		earlier.change.revid < revid &&
		earlier.trace.removals.some((removal) => removal.revid === revid) &&
		isSimilar(earlier.source.application, version.source.application)
	);
}

/** A talk page may be shared by courses; else the page says which course it is. */
function findCourse({ courses }: Submission, { course }: Application): string {
	return courses.includes(course) ? course : (courses[0] ?? '');
}

function buildApplication(
	submission: Submission,
	group: VersionGroup,
	replies: FoundReplies,
): TracedApplication {
	const { kind, title, pageid, titleUserName } = submission;
	const { versions: forms, changesByOthers } = group;
	const [first] = forms;
	const newest = forms[forms.length - 1] ?? first;
	const course = findCourse(submission, newest.source.application);
	const versions = forms.map(toVersion) as [Version, ...Version[]];
	const removal = isPresent(newest) ? undefined : newest.trace.removals[newest.trace.removals.length - 1];
	const shownVersion = removal && [...forms, ...changesByOthers].filter(isPresent).pop();
	const isOwn = (change: Change): boolean => isSameAccount(change, first.change);
	const isChanged =
		shownVersion &&
		serializeContent(shownVersion.source.application) !== serializeContent(newest.source.application);
	const restoration = findRestorationByOthers(newest);
	return {
		kind,
		title,
		pageid,
		section: kind === 'subpage' ? '' : newest.source.section,
		titleUserName,
		course,
		added: first.change,
		versions,
		lastChange: newest.change,
		answersChange: findAnswersChange(versions),
		application: newest.source.application,
		changedByOthers: restoration ?? (removal && isChanged ? removal : null),
		removed: removal && !shownVersion ? removal : null,
		isRemovedByApplicant:
			restoration !== null || (removal !== undefined && !shownVersion && isOwn(removal) && !removal.isRevert),
		replies: replies.replies
			.filter((reply) => reply.course === course && isOwn(reply.change))
			.map(({ reply, offer, change }) => ({ reply, offer, change })),
		uncertainReplyRevid: Math.max(
			0,
			...replies.uncertain
				.filter((change) => change.user === null || isOwn(change))
				.map(({ revid }) => revid),
		),
	};
}

function toVersion({ change, source }: SourceVersion): Version {
	return { change, application: source.application };
}

/** If identical copies are removed, the newest count as removed first. */
function isPresent({ trace, change }: SourceVersion): boolean {
	const copy = trace.firstAdditions.findIndex((first) => isSameAccount(first, change));
	return copy >= 0 && copy < trace.copies;
}

/** The latest change by others that restored what the applicant had removed, unless the applicant also restored it; or null. */
function findRestorationByOthers({
	trace: { additions, removals, copies },
	change,
}: SourceVersion): Change | null {
	const isOwn = (other: Change): boolean => isSameAccount(other, change);
	const lastRemoval = removals
		.filter((removal) => isOwn(removal) && !removal.isRevert && removal.copiesLeft === 0)
		.pop();
	const later = additions.filter(({ revid }) => lastRemoval !== undefined && revid > lastRemoval.revid);
	return copies === 0 || later.some(isOwn) ? null : (later[later.length - 1] ?? null);
}

/** Recording that an address was sent does not change the answers. */
function findAnswersChange(versions: TracedApplication['versions']): Change {
	return versions.reduce((last, { application, change }, index) => {
		const previous = versions[index - 1]?.application;
		return previous && hasSameAnswers(previous, application) ? last : change;
	}, versions[0].change);
}

/** Finds an application's problems for people to check. Ignores changes by the team. */
function findApplicationProblems(application: TracedApplication, people: People): readonly Problem[] {
	const { added, changedByOthers, removed, lastChange, course, title, section } = application;
	const about = section === '' ? title : `${title}#${section}`;
	const problems: Problem[] = [];
	const add = (kind: Problem['kind'], detail: string, { revid }: Change) =>
		problems.push({ kind, about, detail, revid });
	const isTeam = ({ user }: Change): boolean =>
		user !== null && (isBot(people, user) || isListed(people, user.id));
	if (!added.user) add('hidden-author', '', added);
	else if (!hasAccount(added.user)) add('no-account', added.user.name, added);
	if (application.application.course !== course)
		add('other-course', application.application.course, lastChange);
	if (changedByOthers && !isTeam(changedByOthers))
		add('changed-by-others', changedByOthers.user?.name ?? '', changedByOthers);
	if (removed && !application.isRemovedByApplicant && !isTeam(removed))
		add('removed-by-others', removed.user?.name ?? '', removed);
	return problems;
}
