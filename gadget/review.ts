import { hasRole } from '../shared/programme/people.ts';
import { fill } from './form/h.ts';
import { isThisPage } from './form/isThisPage.ts';
import { notice } from './form/notice.ts';
import { loadProgramme } from './form/programme.ts';
import { namedAccount } from './form/readSituation.ts';
import { say } from './form/say.ts';
import { createLogWriter } from './review/createLogWriter.ts';
import { showQueue } from './review/showQueue.ts';
import { createWiki } from './wiki.ts';

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
