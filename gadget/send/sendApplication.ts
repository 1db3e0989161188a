import type { Wiki } from '../../shared/wiki.ts';
import type { Application } from '../../shared/application/application.ts';
import { writeApplication } from '../../shared/application/writeApplication.ts';
import { WikiError } from '../../shared/wiki.ts';
import { savePage, type Saved } from '../../shared/wiki/savePage.ts';
import type { Applying } from '../form/sender.ts';
import { applicationTitle } from '../form/readSituation.ts';
import { say, text } from '../form/say.ts';

/**
 * Saves a new application. Sending again after any failure is safe: the page is created once.
 */
export async function sendApplication(
	wiki: Wiki,
	{ course, account }: Applying,
	application: Application,
): Promise<Saved> {
	try {
		return await savePage(wiki, {
			title: applicationTitle(course, account),
			text: writeApplication(application),
			summary: say('wikilearn-form-edit-summary', text(course.title)),
			base: 'new',
			extra: { watchlist: 'watch' },
		});
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return { kind: 'lost', code: error.code, message: error.message };
	}
}
