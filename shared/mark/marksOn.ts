import type { Outcome, Reply } from '../rules/status.ts';
import type { Change } from '../submission/change.ts';
import { isSameAccount } from '../submission/isSameAccount.ts';
import type { Problem } from '../submission/submission.ts';
import { isReviewer, type Team } from '../submission/team.ts';
import type { Step } from '../submission/traceCalls.ts';
import type { Mark, MarkKind, TracedDecision, TracedReply } from './mark.ts';
import { NO_MARKS, traceMarks, type Marked, type TracedMark } from './traceMarks.ts';

/** What stands beside one application and counts, oldest first; the last one of a kind is in force. */
export interface Marks {
	readonly decisions: readonly TracedDecision[];
	readonly replies: readonly TracedReply[];
	/** By reviewers who will not decide this one. */
	readonly recusals: readonly Change[];
	readonly problems: readonly Pick<Problem, 'kind' | 'detail' | 'revid'>[];
}

const NOTHING: Marks = { decisions: [], replies: [], recusals: [], problems: [] };

/**
 * The marks of a page by the number of the application that they are about. Decisions and recusals are reviewers' to
 * make, replies the applicant's.
 *
 * @param history every kind's marks, each with its application's number as its `section`
 * @param added the changes that added the applications, by number
 */
export function marksOn(
	history: readonly Step<Mark>[],
	added: readonly Change[],
	team: Team,
): (section: string) => Marks {
	if (!history.some(({ found }) => (found?.length ?? 0) > 0)) return () => NOTHING;
	const ofKind = (kind: MarkKind, isEntitled: (change: Change, section: string) => boolean) =>
		traceMarks(
			history.map(({ change, found }) => ({
				change,
				found: found?.filter(({ value }) => value.kind === kind) ?? null,
			})),
			isEntitled,
		);
	const byTeam = (change: Change): boolean => isReviewer(change, team);
	const byApplicant = (change: Change, section: string): boolean => {
		const first = added[Number(section)];
		return first !== undefined && isSameAccount(change, first);
	};
	const decisions = ofKind('decision', byTeam);
	const replies = ofKind('reply', byApplicant);
	const recusals = ofKind('recusal', byTeam);
	return (section) => {
		const decided = decisions.get(section) ?? NO_MARKS;
		const replied = replies.get(section) ?? NO_MARKS;
		return {
			decisions: decided.marks.flatMap(decisionIn),
			replies: replied.marks.flatMap(replyIn),
			recusals: (recusals.get(section) ?? NO_MARKS).marks.map(({ change }) => change),
			problems: [
				...foreign(decided, 'foreign-decision', 'decision-changed'),
				...unreadable(decided, 'outcome', decisionIn),
				...foreign(replied, 'foreign-reply', 'reply-changed'),
				...unreadable(replied, 'answer', replyIn),
			],
		};
	};
}

function decisionIn({ given, change }: TracedMark): readonly TracedDecision[] {
	const outcome = outcomes.get((given.get('outcome') ?? '').toLowerCase());
	if (!outcome) return [];
	const place = Number(given.get('place') ?? '');
	return [{ outcome, note: given.get('note') ?? '', place: place >= 1 ? Math.floor(place) : null, change }];
}

function replyIn({ given, change }: TracedMark): readonly TracedReply[] {
	const answer = answers.get((given.get('answer') ?? '').toLowerCase());
	return answer ? [{ answer, change }] : [];
}

const outcomes: ReadonlyMap<string, Outcome> = new Map([
	['accepted', 'accepted'],
	['waitlisted', 'waitlisted'],
	['declined', 'declined'],
]);
const answers: ReadonlyMap<string, Reply['answer']> = new Map([
	['confirmed', 'confirmed'],
	['turned-down', 'turned-down'],
	['turned down', 'turned-down'],
]);

function foreign(
	marked: Marked,
	added: 'foreign-decision' | 'foreign-reply',
	changed: 'decision-changed' | 'reply-changed',
): Marks['problems'] {
	const told = (kind: Problem['kind']) => (change: Change) => ({
		kind,
		detail: change.user?.name ?? '',
		revid: change.revid,
	});
	return [...marked.foreign.map(told(added)), ...marked.changed.map(told(changed))];
}

function unreadable(
	{ marks }: Marked,
	parameter: string,
	read: (mark: TracedMark) => readonly unknown[],
): Marks['problems'] {
	return marks
		.filter((mark) => read(mark).length === 0)
		.map(({ given, change }) => ({
			kind: 'unreadable',
			detail: `${parameter}=${given.get(parameter) ?? ''}`,
			revid: change.revid,
		}));
}
