import type { Application } from '../../shared/application/application.ts';
import { readApplications, type FoundApplication } from '../../shared/application/readApplications.ts';
import { isAnswerParameter, writeApplication, writeCall } from '../../shared/application/writeApplication.ts';

/** The base of a save: a new page, or a revision. */
export type SaveBase =
	| { readonly kind: 'new' }
	| {
			readonly kind: 'page';
			readonly title: string;
			readonly revid: number;
			readonly text: string;
			/** Whether the applicant created the page. Another author's application is replaced, not edited. */
			readonly isOwn: boolean;
	  };

/** The application for a course on a page. */
export function findApplication(text: string, course: string): FoundApplication | null {
	return readApplications(text).applications.find(({ application }) => application.course === course) ?? null;
}

/**
 * Renders the page with this application. On the applicant's own page, keeps everything else: the bot's region, replies,
 * and answers to questions that the programme no longer has.
 *
 * @param questionIds the ids of the programme's questions, whose answers are removed if they are not in `application`
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
