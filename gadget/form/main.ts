import { showApplicationForm } from './applicationForm.ts';
import { isCurrentPage } from '../course/currentPage.ts';
import { loadProgramme } from '../course/loadProgramme.ts';
import { namedAccount } from '../course/readSituation.ts';
import { setReaderLanguage } from '../ui/msg.ts';
import { createWiki } from '../wiki/mwWiki.ts';

/** Shows the form in the first mount of a course on that course's own page. Other mounts keep their content. */
export function start(mounts: NodeListOf<HTMLElement>): void {
	const programme = loadProgramme();
	if (!programme) {
		mw.log.warn('wikilearn: MediaWiki:Gadget-wikilearn-programme.json is not a valid programme');
		return;
	}
	const wiki = createWiki(namedAccount());
	mounts.forEach((mount) => {
		const course = programme.courses.find(({ id }) => id === mount.dataset.course);
		if (!course || !isCurrentPage(course.page)) return;
		if (mount !== document.querySelector(`.wikilearn-application[data-course="${course.id}"]`)) return;
		showApplicationForm(mount, wiki, programme, course).then(
			() => {
				setReaderLanguage(mount);
			},
			(error: unknown) => {
				// The mount keeps its own content.
				mw.log.warn('wikilearn', error);
			},
		);
	});
}
