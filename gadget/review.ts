import { fill } from './form/h.ts';
import { notice } from './form/notice.ts';
import { loadProgramme } from './form/programme.ts';
import { namedAccount } from './form/readSituation.ts';
import { isReviewerAccount, rememberReviewer } from './form/rememberReviewer.ts';
import { say } from './form/say.ts';
import { showOnPage } from './review/showOnPage.ts';
import { showQueue } from './review/showQueue.ts';
import { createWiki } from './wiki.ts';

/**
 * Shows reviewers the queue in its mount, or the panel above the first of an application's answers. Everybody else
 * sees nothing of it, but for a word on the queue's own page.
 */
export function start(places: NodeListOf<HTMLElement>): void {
	const [place] = places;
	const programme = loadProgramme();
	if (!place || !programme) return;
	const isQueue = place.classList.contains('wikilearn-review');
	const account = namedAccount();
	if (!isReviewerAccount(programme, account)) {
		rememberReviewer(false);
		if (isQueue) fill(place, notice('notice', say('wikilearn-review-not-you')));
		return;
	}
	rememberReviewer(true);
	const reviewing = { programme, account, wiki: createWiki(account) };
	const shown = isQueue ? showQueue(place, reviewing) : showOnPage(place, reviewing);
	shown.catch((error: unknown) => {
		// What stands on the page is still there.
		mw.log.warn('wikilearn', error);
	});
}
