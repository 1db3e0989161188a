import type { Application } from '../application/application.ts';
import { readApplications } from '../application/readApplications.ts';
import type { Revision } from '../wiki/revision.ts';
import type { Problem, Submission, TracedApplication } from './submission.ts';
import { traceCalls, type Change, type Found, type Traced, type Version } from './traceCalls.ts';

/** The applications of one submission, each with its applicant, and what a person should look at. */
export function traceApplications(submission: Submission): {
	readonly applications: readonly TracedApplication[];
	readonly problems: readonly Problem[];
} {
	if (submission.movedTo !== null) return { applications: [], problems: [] };
	const traced = traceCalls(
		submission.history.map((revision) => ({
			change: changeOf(revision),
			found: revision.text === null ? null : callsIn(revision.text, submission.kind),
		})),
	);
	const applications = traced.map((life) => applicationOf(submission, life));
	return { applications, problems: [...unreadable(submission), ...applications.flatMap(problemsOf)] };
}

export function changeOf({ revid, parentid, timestamp, user }: Revision): Change {
	return { revid, parentid, timestamp, user };
}

/** On a subpage the whole page is one applicant's, so that headings do not tell applications apart. */
function callsIn(text: string, kind: Submission['kind']): readonly Found<Application>[] {
	return readApplications(text).applications.map(({ application, section }) => ({
		section: kind === 'subpage' ? '' : (section ?? ''),
		key: JSON.stringify([
			application.course,
			Object.entries(application.answers).sort(),
			application.email,
			application.withdrawn,
		]),
		value: application,
	}));
}

function applicationOf(submission: Submission, life: Traced<Application>): TracedApplication {
	const { kind, title, pageid, course } = submission;
	const first = life.versions[0] as Version<Application>;
	const newest = life.versions[life.versions.length - 1] as Version<Application>;
	const own = life.versions.filter(({ change }) => isSameAccount(change, first.change));
	const answers = own[own.length - 1] ?? first;
	const removedBySelf = life.removed !== null && isSameAccount(life.removed, first.change);
	return {
		kind,
		title,
		pageid,
		section: newest.section,
		course,
		added: first.change,
		answered: answers.change,
		application: answers.value,
		changedByOthers: newest.key === answers.key ? null : newest.change,
		removed: life.removed,
		withdrawn: answers.value.withdrawn || removedBySelf,
	};
}

/** By user id. An IP address (id 0) is its name; a hidden user is nobody's equal. */
function isSameAccount(a: Change, b: Change): boolean {
	if (!a.user || !b.user) return a.revid === b.revid;
	return a.user.id === b.user.id && (a.user.id !== 0 || a.user.name === b.user.name);
}

function unreadable({ kind, title, history }: Submission): readonly Problem[] {
	const newest = history[history.length - 1];
	if (!newest) return [];
	if (newest.text === null)
		return [{ kind: 'unreadable', about: title, detail: 'hidden', revid: newest.revid }];
	const { applications, problems } = readApplications(newest.text);
	const found: Problem[] = problems.map((problem) => ({
		kind: 'unreadable',
		about: title,
		detail: problem.kind,
		revid: newest.revid,
	}));
	if (kind === 'subpage' && applications.length === 0 && found.length === 0) {
		found.push({ kind: 'unreadable', about: title, detail: 'no-application', revid: newest.revid });
	}
	return found;
}

function problemsOf(one: TracedApplication): readonly Problem[] {
	const problems: Problem[] = [];
	const about = one.section === '' ? one.title : `${one.title}#${one.section}`;
	const add = (kind: Problem['kind'], detail: string, revid: number) =>
		problems.push({ kind, about, detail, revid });
	if (!one.added.user) add('hidden-author', '', one.added.revid);
	if (one.application.course !== one.course) add('other-course', one.application.course, one.answered.revid);
	if (one.changedByOthers)
		add('changed-by-others', one.changedByOthers.user?.name ?? '', one.changedByOthers.revid);
	if (one.removed && !one.withdrawn)
		add('removed-by-others', one.removed.user?.name ?? '', one.removed.revid);
	return problems;
}
