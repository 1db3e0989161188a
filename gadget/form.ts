import { showApplicationForm } from './form/applicationForm.ts';
import { loadProgramme } from './form/programme.ts';
import { namedAccount } from './form/readSituation.ts';
import { speakReadersLanguage } from './form/speakReadersLanguage.ts';
import { isReviewerAccount, rememberReviewer } from './form/rememberReviewer.ts';
import { createWiki } from './wiki.ts';

/** Shows the form in each mount whose course the programme has; any other keeps its own content. */
export function start(mounts: NodeListOf<HTMLElement>): void {
	const programme = loadProgramme();
	if (!programme) {
		mw.log.warn('wikilearn: MediaWiki:Gadget-wikilearn-programme.json is not a valid programme');
		return;
	}
	const account = namedAccount();
	if (isReviewerAccount(programme, account)) rememberReviewer(true);
	const wiki = createWiki(account);
	mounts.forEach((mount) => {
		const course = programme.courses.find(({ id }) => id === mount.dataset.course);
		if (!course) return;
		showApplicationForm(mount, wiki, programme, course).then(
			() => {
				speakReadersLanguage(mount);
			},
			(error: unknown) => {
				// The mount's own content is still there.
				mw.log.warn('wikilearn', error);
			},
		);
	});
}
