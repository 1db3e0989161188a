import { decodeAnswer } from '../application/decodeAnswer.ts';
import type { FoundApplications } from '../application/readApplications.ts';
import { findCalls } from '../wikitext/findCalls.ts';
import type { Scan } from '../wikitext/scan.ts';
import { templateName } from '../wikitext/templateName.ts';
import type { Ask } from './ask.ts';
import { forbidsBots } from './forbidsBots.ts';
import { lastOf } from './lastOf.ts';
import { changeOf } from './change.ts';
import { readAsks } from './readAsks.ts';
import type { Submission } from './submission.ts';
import { isTeam, type Team } from './team.ts';
import { traceCalls, type Found, type Step } from './traceCalls.ts';

/** The template of the bot's answer. Its `section-revision` says which section was answered. */
export const answerTemplate = 'WikiLearn use the form';

/**
 * The sections that ask to apply now, with who began them. Threads begun by the team are announcements.
 *
 * @param read each revision of the history; null where its text is hidden
 */
export function traceAsks(
	{ kind, history }: Pick<Submission, 'kind' | 'history'>,
	read: readonly (FoundApplications | null)[],
	team: Team,
	language: string,
): readonly Ask[] {
	const newest = read[read.length - 1] ?? null;
	if (kind !== 'talk' || newest === null || readAsks(newest, language).length === 0) return [];
	const steps = (keysIn: (page: FoundApplications) => readonly string[]) =>
		history.map((revision, index): Step<null> => {
			const page = read[index] ?? null;
			return { change: changeOf(revision), found: page && keysIn(page).map(plain) };
		});
	const sections = steps((page) => readAsks(page, language));
	const answered = answeredBy(
		steps(({ scan }) => readAnswered(scan).map(({ revid }) => String(revid))),
		team,
	);
	const isClosed = forbidsBots(newest.scan, team.bot);
	return traceCalls(sections, { mayChange: () => false })
		.filter(({ removed, versions: [first] }) => !removed && !isTeam(first.change, team))
		.map(({ versions }) => {
			const { change } = versions[0];
			return {
				heading: lastOf(versions).key,
				added: change,
				answered: isClosed || answered.has(change.revid),
			};
		});
}

function plain(key: string): Found<null> {
	return { section: '', key, value: null };
}

/** The sections that the bot itself ever answered on this page, by the revision that added them. */
function answeredBy(steps: readonly Step<null>[], { bot }: Team): ReadonlySet<number> {
	const own = traceCalls(steps, { mayChange: () => false }).filter(({ versions }) =>
		versions.some(({ change }) => change.user?.name === bot && change.user.id !== 0),
	);
	return new Set(own.flatMap(({ versions }) => versions.map(({ key }) => Number(key))));
}

/** An answer on a page: which section it says that it is to, and where it stands. */
export interface Answered {
	readonly revid: number;
	readonly start: number;
}

/** Every answer on a page, whoever put it there. */
export function readAnswered(scan: Scan): readonly Answered[] {
	if (!/use the form/i.test(scan.text.replace(/_/g, ' '))) return [];
	const { calls } = findCalls(scan, (name) => templateName(name) === answerTemplate);
	return calls.map(({ params, start }) => ({
		revid: Number(decodeAnswer(params.find(({ name }) => name === 'section-revision')?.value ?? '')),
		start,
	}));
}
