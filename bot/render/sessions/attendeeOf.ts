import { readAnswer } from '../../../shared/application/answerValue.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import type { Attendee } from '../../sessions/plan.ts';

/**
 * When an applicant can attend: a time zone, and the hours of the week in it. Null without an answer to either.
 *
 * @param read `readAnswer`, or the same with a memory for those who look at many applicants
 */
export function attendeeOf(
	course: Course,
	{ applicant, application }: AssessedApplication,
	read: typeof readAnswer = readAnswer,
): Attendee | null {
	let zone = '';
	let availability: Attendee['availability'] = [];
	for (const question of course.questions) {
		if (question.type !== 'time-zone' && question.type !== 'availability') continue;
		const answer = read(question, application.answers[question.id] ?? '');
		if (answer.ok && answer.type === 'time-zone') zone = answer.value;
		if (answer.ok && answer.type === 'availability') availability = answer.value;
	}
	return zone === '' || availability.length === 0
		? null
		: { name: applicant?.name ?? '', zone, availability };
}
