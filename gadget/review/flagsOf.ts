import { reasonMessage, type Problem } from '../../shared/history/problem.ts';
import { assessBlocks } from '../../shared/rules/assessBlocks.ts';
import { missingAnswers } from '../../shared/rules/completeness.ts';
import { describeEvidence } from '../../shared/rules/evidenceWords.ts';
import type { Facts } from '../../shared/wiki/facts.ts';
import { say, text, type MessageKey } from '../ui/msg.ts';
import { diffUrl } from './diffLink.ts';
import type { Reviewable } from './reviewing.ts';

/** Something to look at before deciding. */
export interface Flag {
	readonly words: string;
	/** Where it can be seen. */
	readonly link?: string;
}

/**
 * What a reviewer should know of an application before all else.
 *
 * @param facts about the account; null: not known yet
 * @param others all of the course, among them the applicant's other ones
 */
export function flagsOf(
	shown: Reviewable,
	facts: Facts | null,
	others: readonly Reviewable[],
	now: string,
): readonly Flag[] {
	const { one, course } = shown;
	const name = one.added.user?.name ?? '';
	const missing = missingAnswers(course, one.application);
	return [
		...(one.state === 'unverified' ? [{ words: say('wikilearn-problem-made-by-other', name) }] : []),
		...(one.state === 'superseded' ? [{ words: say('wikilearn-problem-second-application', name) }] : []),
		...(one.late ? [{ words: say('wikilearn-status-own-late') }] : []),
		...(one.changedLate ? [{ words: say('wikilearn-review-flag-changed-late') }] : []),
		...(missing.length ? [{ words: say('wikilearn-review-flag-incomplete', labelsOf(shown, missing)) }] : []),
		...shown.problems.map(flagOfProblem),
		...changedSinceDecision(shown),
		...(facts ? blocks(facts, name, now) : []),
		...others
			.filter((other) => other.key !== shown.key && isByTheSame(other, shown))
			.map((other) => ({
				words: say('wikilearn-review-flag-other', other.one.title),
				link: mw.util.getUrl(other.one.title),
			})),
	];
}

function labelsOf({ course }: Reviewable, ids: readonly string[]): string {
	return course.questions
		.filter(({ id }) => ids.includes(id))
		.map(({ label }) => `“${text(label)}”`)
		.join(', ');
}

/** In the words of the report. */
function flagOfProblem(problem: Problem): Flag {
	const { kind, detail, revid } = problem;
	const reason = reasonMessage(problem);
	const words = say(`wikilearn-problem-${kind}` as MessageKey, reason ? say(reason as MessageKey) : detail);
	return revid === undefined ? { words } : { words, link: diffUrl(revid) };
}

/** Whatever was decided, it was about other answers. */
function changedSinceDecision({ one: { decision, answersSince } }: Reviewable): readonly Flag[] {
	if (!decision || decision.answers === 0 || decision.answers === answersSince.revid) return [];
	const link = diffUrl(`${decision.answers}/${answersSince.revid}`);
	return [{ words: say('wikilearn-review-flag-changed-since'), link }];
}

/** Wherever it is, and whether or not the course asks for it. */
function blocks(facts: Facts, name: string, now: string): readonly Flag[] {
	const { evidence } = assessBlocks(
		{ kind: 'not-blocked', id: 'not-blocked', label: '', where: 'anywhere' },
		facts,
		now,
	);
	return evidence
		.filter(({ kind }) => kind === 'block' || kind === 'lock')
		.map((one) => {
			const { text: words, link } = describeEvidence(
				one,
				(key, ...parameters) => say(key as MessageKey, ...parameters),
				name,
			);
			return link === undefined ? { words } : { words, link };
		});
}

function isByTheSame({ one: a }: Reviewable, { one: b }: Reviewable): boolean {
	return a.applicant !== null && a.applicant.id === b.applicant?.id;
}
