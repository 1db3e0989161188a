import type { Application } from '../application/application.ts';
import {
	readApplications,
	type FoundApplication,
	type FoundApplications,
} from '../application/readApplications.ts';
import { rememberingCalls } from '../application/rememberingCalls.ts';
import type { Mark } from '../mark/mark.ts';
import { marksOn, type Marks } from '../mark/marksOn.ts';
import { readMarks } from '../mark/readMarks.ts';
import { changeOf } from './change.ts';
import { applicationOf } from './applicationOf.ts';
import { applicationMatching } from './applicationMatching.ts';
import { applicationProblems, pageProblems } from './applicationProblems.ts';
import { isQuote } from './isQuote.ts';
import type { Problem, Submission, TracedSubmission } from './submission.ts';
import type { Team } from './team.ts';
import { traceAsks } from './traceAsks.ts';
import { traceCalls, type Found, type Step, type Traced } from './traceCalls.ts';

interface Visible {
	readonly on: FoundApplication;
	readonly call: Found<Application>;
}

/**
 * What one submission says, and on whose word: its applications with their applicants and decisions, the sections
 * that ask to apply, and what a person should look at.
 *
 * @param language of the programme, in which people may ask
 */
export function traceApplications(submission: Submission, team: Team, language: string): TracedSubmission {
	const { kind, history } = submission;
	const readCall = rememberingCalls();
	const read = history.map(({ text }) =>
		text === null ? null : readApplications(text, undefined, readCall),
	);
	const keys = keysOf(read);
	const seen = read.map(
		(found) =>
			found?.applications.map((on) => ({
				on,
				call: foundOf(on, kind, keys.get(on.application) ?? ''),
			})) ?? null,
	);
	const steps = history.map((revision, index): Step<Application> => ({
		change: changeOf(revision),
		found: seen[index]?.map(({ call }) => call) ?? null,
	}));
	const lives = traceCalls(steps, applicationMatching(submission));
	const marks = marksOn(
		markSteps(submission, read, seen, lives),
		lives.map(({ versions: [first] }) => first.change),
		team,
	);
	const traced = lives.flatMap((life, number) => {
		if (kind === 'talk' && isQuote(life, lives)) return [];
		const own = marks(String(number));
		const application = applicationOf(submission, life, own);
		return [{ application, problems: applicationProblems(application, own.problems, team) }];
	});
	return {
		applications: traced.map(({ application }) => application),
		asks: traceAsks(submission, read, team, language),
		authors: Array.from(new Set(history.flatMap(({ user }) => (user ? [user.name] : [])))).sort(),
		problems: [
			...pageProblems(submission, read[read.length - 1] ?? null, team),
			...traced.flatMap(({ problems }) => problems),
			...orphans(submission.title, marks(NO_APPLICATION)),
		],
	};
}

/** How marks are filed that stand with no application. */
const NO_APPLICATION = 'none';

function orphans(about: string, { decisions, problems }: Marks): readonly Problem[] {
	return [
		...problems.map((problem) => ({ ...problem, about })),
		...decisions.map(({ change }) => ({
			kind: 'unreadable' as const,
			about,
			detail: 'decision-without-application',
			revid: change.revid,
		})),
	];
}

/** On a subpage the whole page is one applicant's, so that headings do not tell applications apart. */
function foundOf(
	{ application, section }: FoundApplication,
	kind: Submission['kind'],
	key: string,
): Found<Application> {
	return {
		section: kind === 'subpage' ? '' : (section ?? ''),
		key,
		value: application,
	};
}

/** Applications that say the same have the same. */
function keysOf(read: readonly (FoundApplications | null)[]): ReadonlyMap<Application, string> {
	const all = read.flatMap((found) => found?.applications.map(({ application }) => application) ?? []);
	const distinct = Array.from(new Set(all));
	// Of most pages there is nothing to tell apart: no revision changed the application.
	return new Map(distinct.map((one) => [one, distinct.length === 1 ? '' : keyOf(one)]));
}

function keyOf({ course, answers, email, withdrawn }: Application): string {
	const ids = Object.keys(answers).sort();
	return JSON.stringify([course, ids, ids.map((id) => answers[id]), email, withdrawn]);
}

/** The marks in each revision, filed by the number of the application that they are about. */
function markSteps(
	{ kind, history }: Submission,
	read: readonly (FoundApplications | null)[],
	seen: readonly (readonly Visible[] | null)[],
	lives: readonly Traced<Application>[],
): readonly Step<Mark>[] {
	const numbers = new Map(
		lives.flatMap(({ calls }, number) => Array.from(calls, (call) => [call, number] as const)),
	);
	return history.map((revision, index) => {
		const [page, visible] = [read[index], seen[index]];
		const change = changeOf(revision);
		if (!page || !visible) return { change, found: null };
		const marks = readMarks(page, kind);
		const found = marks.map(({ kind: of, given, key, on }) => {
			const call = visible.find((one) => one.on === on)?.call;
			const section = String((call && numbers.get(call)) ?? NO_APPLICATION);
			return { section, key, value: { kind: of, given } };
		});
		return { change, found };
	});
}
