import { hasRole } from '../../shared/programme/people.ts';
import { fill } from '../ui/h.ts';
import { isThisPage } from '../course/isThisPage.ts';
import { notice } from '../ui/notice.ts';
import { loadProgramme } from '../course/loadProgramme.ts';
import { namedAccount } from '../course/readSituation.ts';
import { say } from '../ui/msg.ts';
import { createLogWriter } from './createLogWriter.ts';
import { showQueue } from './showQueue.ts';
import { createWiki } from '../wiki/mwWiki.ts';

/** Shows the queue to the programme's people, on the programme's own review page and nowhere else. */
export function start(places: NodeListOf<HTMLElement>): void {
	const [place] = places;
	const programme = loadProgramme();
	if (!place || !programme || !isThisPage(`${programme.root}/Review`)) return;
	const account = namedAccount();
	const id = mw.config.get('wgUserId') ?? 0;
	const now = new Date().toISOString();
	const mayLook = hasRole(programme, 'reviewer', id, now) || hasRole(programme, 'team', id, now);
	if (account === null || !mayLook) {
		fill(place, notice('notice', say('wikilearn-review-not-you')));
		return;
	}
	const wiki = createWiki(account);
	showQueue(place, { programme, account, id, wiki, write: createLogWriter(wiki) }).catch((error: unknown) => {
		// What stands on the page is still there.
		mw.log.warn('wikilearn', error);
	});
}
