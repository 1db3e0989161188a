import type { Application } from '../application/application.ts';
import {
	readApplications,
	type FoundApplication,
	type FoundApplications,
} from '../application/readApplications.ts';
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

/**
 * What one submission says, and on whose word: its applications with their applicants and decisions, the sections
 * that ask to apply, and what a person should look at.
 *
 * @param language of the programme, in which people may ask
 */
export function traceApplications(submission: Submission, team: Team, language: string): TracedSubmission {
	const { kind, history } = submission;
	const read = readHistory(history);
	const key = keysOf(read);
	const steps = history.map((revision, index): Step<Application> => ({
		change: changeOf(revision),
		found: read[index]?.applications.map((one) => foundOf(one, kind, key(one.application))) ?? null,
	}));
	const lives = traceCalls(steps, applicationMatching(submission));
	const marks = marksOn(
		markSteps(kind, read, steps, lives),
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
		authors: authorsOf(history),
		problems: [
			...pageProblems(submission, read[read.length - 1] ?? null, team),
			...traced.flatMap(({ problems }) => problems),
			...orphans(submission.title, marks(NO_APPLICATION)),
		],
	};
}

function authorsOf(history: Submission['history']): readonly string[] {
	const names = new Set<string>();
	for (const { user } of history) if (user) names.add(user.name);
	return [...names].sort();
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
		section: kind === 'subpage' ? '' : (section?.title ?? ''),
		key,
		value: application,
	};
}

/** Applications that say the same have the same. */
function keysOf(read: readonly (FoundApplications | null)[]): (application: Application) => string {
	const all = new Set<Application>();
	for (const found of read) found?.applications.forEach(({ application }) => all.add(application));
	// Of most pages there is nothing to tell apart: no revision changed the application.
	if (all.size <= 1) return () => '';
	const keys = new Map([...all].map((one) => [one, keyOf(one)]));
	return (application) => keys.get(application) ?? '';
}

function keyOf({ course, answers, email, withdrawn }: Application): string {
	const ids = Object.keys(answers).sort();
	return JSON.stringify([course, ids, ids.map((id) => answers[id]), email, withdrawn]);
}

/** The marks in each revision, filed by the number of the application that they are about; of no revision if there is none. */
function markSteps(
	kind: Submission['kind'],
	read: readonly (FoundApplications | null)[],
	steps: readonly Step<Application>[],
	lives: readonly Traced<Application>[],
): readonly Step<Mark>[] {
	const marks = read.map((page) => page && readMarks(page, kind));
	if (!marks.some((found) => found && found.length > 0)) return [];
	const numbers = new Map(lives.flatMap(({ calls }, number) => calls.map((call) => [call, number] as const)));
	return steps.map(({ change, found: calls }, index) => {
		const [page, own] = [read[index], marks[index]];
		if (!page || !own) return { change, found: null };
		const found = own.map(({ kind: of, given, key, on }) => {
			const call = on && calls?.[page.applications.indexOf(on)];
			const section = String((call && numbers.get(call)) ?? NO_APPLICATION);
			return { section, key, value: { kind: of, given } };
		});
		return { change, found };
	});
}
