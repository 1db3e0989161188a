import type { Programme } from '../../shared/programme/schema.ts';
import { asWritten } from '../../shared/submission/team.ts';

export function isReviewerAccount({ reviewers }: Programme, account: string | null): account is string {
	return account !== null && reviewers.some((name) => asWritten(name) === account);
}

/**
 * Tells the entry whether to fetch the review on applications' pages: it does not know the programme. No more than a
 * hint, for this browser; what a reviewer may do is not decided by it.
 */
export function rememberReviewer(is: boolean): void {
	if (is) mw.storage.set('wikilearn-reviewer', '1');
	else mw.storage.remove('wikilearn-reviewer');
}
