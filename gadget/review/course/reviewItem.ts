import type { EvaluatedApplication } from '../../../shared/rules/evaluation.ts';
import type { Verdict } from '../../../shared/rules/eligibility.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import { canBeDecided } from '../../../shared/rules/state.ts';
import { msg } from '../../ui/msg.ts';

export function isToBeDecided({ application }: ReviewItem): boolean {
	return canBeDecided(application.state);
}

export function isDecided(item: ReviewItem): boolean {
	return isToBeDecided(item) && item.application.decision !== null;
}

/** Whether a reviewer recused themselves from an application, or made it. */
export function isConflicted({ application }: ReviewItem, reviewerId: number): boolean {
	return (
		application.applicant?.id === reviewerId || application.recusals.some(({ by }) => by.id === reviewerId)
	);
}

/** The number of reviewers who decided about it. */
export function countReviews({ application }: ReviewItem): number {
	return new Set(application.decisions.map(({ by }) => by.id)).size;
}

/** The applicant's name. */
export function formatApplicantName({ application }: ReviewItem): string {
	return application.added.user?.name ?? msg('wikilearn-status-hidden');
}

/** An application with its data for reviewers. */
export interface ReviewItem {
	/** Stable across edits of the page. */
	readonly key: string;
	readonly course: Course;
	readonly application: EvaluatedApplication;
	/** The bot's latest verdict on the requirements. */
	readonly verdict: Verdict;
	/** Problems for people to check. */
	readonly problems: readonly Problem[];
}
