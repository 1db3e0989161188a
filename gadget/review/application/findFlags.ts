import { getReasonMessageKey, type Problem } from '../../../shared/history/problem.ts';
import { assessBlocks } from '../../../shared/rules/assessBlocks.ts';
import { findMissingAnswers } from '../../../shared/rules/assessAnswer.ts';
import { describeEvidence } from '../../../shared/rules/describeEvidence.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { msg, localizeText, type MessageKey } from '../../ui/msg.ts';
import { diffUrl } from '../course/logControls.ts';
import type { ReviewItem } from '../course/reviewItem.ts';

/** A warning to check before deciding. */
export interface Flag {
	readonly text: string;
	/** The URL of the evidence. */
	readonly link?: string;
}

/**
 * Finds the warnings about an application.
 *
 * @param facts about the account; null while loading
 * @param courseItems all of the course's, including the applicant's others
 */
export function findFlags(
	item: ReviewItem,
	facts: AccountFacts | null,
	courseItems: readonly ReviewItem[],
	now: string,
): readonly Flag[] {
	const { application, course } = item;
	const name = application.added.user?.name ?? '';
	const missing = findMissingAnswers(course, application.application);
	return [
		...(application.state === 'unverified'
			? [{ text: msg('wikilearn-problem-created-by-other-account', name) }]
			: []),
		...(application.state === 'superseded'
			? [{ text: msg('wikilearn-problem-duplicate-application', name) }]
			: []),
		...(application.isLate ? [{ text: msg('wikilearn-status-own-late') }] : []),
		...(application.isChangedLate ? [{ text: msg('wikilearn-review-flag-changed-late') }] : []),
		...(missing.length
			? [{ text: msg('wikilearn-review-flag-incomplete', formatLabels(item, missing)) }]
			: []),
		...item.problems.map(describeProblem),
		...findChangesSinceDecision(item),
		...(facts ? findBlocks(facts, name, now) : []),
		...courseItems
			.filter((other) => other.key !== item.key && hasSameApplicant(other, item))
			.map((other) => ({
				text: msg('wikilearn-review-flag-other', other.application.title),
				link: mw.util.getUrl(other.application.title),
			})),
	];
}

function formatLabels({ course }: ReviewItem, ids: readonly string[]): string {
	return course.questions
		.filter(({ id }) => ids.includes(id))
		.map(({ label }) => `“${localizeText(label)}”`)
		.join(', ');
}

/** In the words of the bot's report. */
function describeProblem(problem: Problem): Flag {
	const { kind, detail, revid } = problem;
	const reason = getReasonMessageKey(problem);
	const text = msg(`wikilearn-problem-${kind}` as MessageKey, reason ? msg(reason as MessageKey) : detail);
	return revid === undefined ? { text } : { text, link: diffUrl(revid) };
}

/** Whether the answers changed after the newest decision. */
function findChangesSinceDecision({ application: { decision, answersChange } }: ReviewItem): readonly Flag[] {
	if (!decision || decision.answersRevid === 0 || decision.answersRevid === answersChange.revid) return [];
	const link = diffUrl(`${decision.answersRevid}/${answersChange.revid}`);
	return [{ text: msg('wikilearn-review-flag-changed-since'), link }];
}

/** Blocks on any wiki, even if the course has no such requirement. */
function findBlocks(facts: AccountFacts, name: string, now: string): readonly Flag[] {
	const { evidence } = assessBlocks(
		{ kind: 'not-blocked', id: 'not-blocked', label: '', where: 'anywhere' },
		facts,
		now,
	);
	return evidence
		.filter(({ kind }) => kind === 'block' || kind === 'lock')
		.map((item) => {
			const { text: evidenceText, link } = describeEvidence(
				item,
				(key, ...parameters) => msg(key as MessageKey, ...parameters),
				name,
			);
			return link === undefined ? { text: evidenceText } : { text: evidenceText, link };
		});
}

function hasSameApplicant({ application: a }: ReviewItem, { application: b }: ReviewItem): boolean {
	return a.applicant !== null && a.applicant.id === b.applicant?.id;
}
