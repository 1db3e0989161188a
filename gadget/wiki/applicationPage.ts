import type { Application } from '../../shared/application/application.ts';
import { readApplications, type FoundApplication } from '../../shared/application/readApplications.ts';
import { isAnswerParameter, writeApplication, writeCall } from '../../shared/application/writeApplication.ts';

/** What a save is made from: nothing yet, or a revision of the page. */
export type SaveBase =
	| { readonly kind: 'new' }
	| {
			readonly kind: 'page';
			readonly title: string;
			readonly revid: number;
			readonly text: string;
			/** Whether the applicant began the page. An application of anyone else is replaced, not changed. */
			readonly isOwn: boolean;
	  };

/** The application for a course on a page. */
export function findApplication(text: string, course: string): FoundApplication | null {
	return readApplications(text).applications.find(({ application }) => application.course === course) ?? null;
}

/**
 * The whole page with this application on it. On one's own page all else stays as it is: the bot's region, lines of replies,
 * answers to questions that the programme has no more.
 *
 * @param questionIds the ids of the programme's questions: an answer to one of these that is not given any more is removed
 */
export function renderApplicationPage(
	base: SaveBase,
	application: Application,
	questionIds: readonly string[],
): string {
	const found = base.kind === 'page' && base.isOwn ? findApplication(base.text, application.course) : null;
	if (base.kind === 'new' || !found) return writeApplication(application);
	const answers: Record<string, string> = { ...application.answers };
	for (const id of Object.keys(found.application.answers)) {
		if (!questionIds.includes(id) && isAnswerParameter(id)) answers[id] = found.application.answers[id] ?? '';
	}
	const { start, end } = found.call;
	return base.text.slice(0, start) + writeCall({ ...application, answers }) + base.text.slice(end);
}
