import type { Application } from '../../shared/application/application.ts';
import { readApplications, type FoundApplication } from '../../shared/application/readApplications.ts';
import { replaceCall } from '../../shared/application/replaceCall.ts';
import { writeApplication } from '../../shared/application/writeApplication.ts';
import type { Base } from './base.ts';

/** The application for a course on a page. */
export function findApplication(text: string, course: string): FoundApplication | null {
	return readApplications(text).applications.find(({ application }) => application.course === course) ?? null;
}

/**
 * The whole page with this application on it. On one's own page all else stays as it is: the bot's region, lines of replies,
 * answers to questions that the programme has no more.
 *
 * @param asked the ids of the programme's questions: an answer to one of these that is not given any more is removed
 */
export function textOn(base: Base, application: Application, asked: readonly string[]): string {
	const found = base.kind === 'page' && base.mine ? findApplication(base.text, application.course) : null;
	if (base.kind === 'new' || !found) return writeApplication(application);
	const answers: Record<string, string> = {};
	for (const id of Object.keys(found.application.answers)) {
		if (!asked.includes(id)) answers[id] = found.application.answers[id] ?? '';
	}
	return replaceCall(base.text, found.call, {
		...application,
		answers: Object.assign(answers, application.answers),
	});
}
