import type { Application } from '../application/application.ts';
import type { Marks } from '../mark/marksOn.ts';
import { isSameAccount } from './isSameAccount.ts';
import { lastOf } from './lastOf.ts';
import type { Change } from './change.ts';
import type { Submission, TracedApplication } from './submission.ts';
import type { Traced, Version } from './traceCalls.ts';

/** One application as its applicant last gave it, with what others did to it beside. */
export function applicationOf(
	submission: Submission,
	life: Traced<Application>,
	{ decisions, replies, recusals }: Marks,
): TracedApplication {
	const { kind, title, pageid, inName } = submission;
	const [first] = life.versions;
	const newest = lastOf(life.versions);
	const isOwn = ({ change }: { readonly change: Change }) => isSameAccount(change, first.change);
	const given = life.versions.filter(isOwn);
	const answers = given[given.length - 1] ?? first;
	const tookAway = life.events.filter(isOwn).pop()?.kind === 'removed';
	return {
		kind,
		title,
		pageid,
		section: newest.section,
		inName,
		course: courseOf(submission, answers.value),
		added: first.change,
		answered: answers.change,
		answersSince: lastAnswered(given, first.change),
		application: answers.value,
		changedByOthers: changeByOthers(life, newest.key !== answers.key, tookAway),
		removed: life.removed,
		withdrawn: answers.value.withdrawn || tookAway,
		decisions,
		replies,
		recusals,
	};
}

/** That an address was handed over, or an application withdrawn, changes no answer. */
function lastAnswered(given: readonly Version<Application>[], added: Change): Change {
	return given.reduce((last, { value, change }, index) => {
		const before = given[index - 1]?.value;
		return before && saysTheSame(before, value) ? last : change;
	}, added);
}

function saysTheSame({ answers: one }: Application, { answers: other }: Application): boolean {
	const ids = Object.keys(one);
	return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

/** A talk page may be shared by courses; else the page says which course it is. */
function courseOf({ courses }: Submission, { course }: Application): string {
	return courses.includes(course) ? course : (courses[0] ?? '');
}

/** The newest change by others that the page still shows: other answers, or an application put back. */
function changeByOthers(
	{ versions, events, removed }: Traced<Application>,
	isChanged: boolean,
	tookAway: boolean,
): Change | null {
	if (isChanged) return lastOf(versions).change;
	if (!tookAway || removed) return null;
	return events.filter(({ kind }) => kind === 'restored').pop()?.change ?? null;
}
