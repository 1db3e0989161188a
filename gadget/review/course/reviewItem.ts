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

/** Whether a reviewer stepped aside from an application, or made it. */
export function isConflicted({ application }: ReviewItem, reviewerId: number): boolean {
	return (
		application.applicant?.id === reviewerId || application.recusals.some(({ by }) => by.id === reviewerId)
	);
}

/** How many reviewers decided it. */
export function countReviews({ application }: ReviewItem): number {
	return new Set(application.decisions.map(({ by }) => by.id)).size;
}

/** The applicant's name. */
export function formatApplicantName({ application }: ReviewItem): string {
	return application.added.user?.name ?? msg('wikilearn-status-hidden');
}

/** An application as reviewers see it. */
export interface ReviewItem {
	/** The same as long as the application is, whatever is changed on its page. */
	readonly key: string;
	readonly course: Course;
	readonly application: EvaluatedApplication;
	/** What the bot last found of its requirements. */
	readonly verdict: Verdict;
	/** What a person should look at in it. */
	readonly problems: readonly Problem[];
}
