import { hasRole } from '../../shared/programme/people.ts';
import { fill } from '../ui/h.ts';
import { isCurrentPage } from '../course/currentPage.ts';
import { notice } from '../ui/notice.ts';
import { loadProgramme } from '../course/loadProgramme.ts';
import { namedAccount } from '../course/readSituation.ts';
import { msg } from '../ui/msg.ts';
import { createLogWriter } from './course/createLogWriter.ts';
import { showReviewPage } from './showReviewPage.ts';
import { createWiki } from '../wiki/mwWiki.ts';

/** Shows the review page to the programme's people, only on the programme's own review page. */
export function start(mounts: NodeListOf<HTMLElement>): void {
	const [container] = mounts;
	const programme = loadProgramme();
	if (!container || !programme || !isCurrentPage(`${programme.root}/Review`)) return;
	const account = namedAccount();
	const id = mw.config.get('wgUserId') ?? 0;
	const now = new Date().toISOString();
	const canReview = hasRole(programme, 'reviewer', id, now) || hasRole(programme, 'team', id, now);
	if (account === null || !canReview) {
		fill(container, notice('notice', msg('wikilearn-review-not-you')));
		return;
	}
	const wiki = createWiki(account);
	showReviewPage(container, { programme, account, userId: id, wiki, writeLog: createLogWriter(wiki) }).catch(
		(error: unknown) => {
			// The page keeps its own content.
			mw.log.warn('wikilearn', error);
		},
	);
}
