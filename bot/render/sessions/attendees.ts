import { readAnswer } from '../../../shared/application/answerValue.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { AssessedApplication } from '../../assess/assessApplications.ts';
import type { Attendee } from '../../sessions/plan.ts';

/** Those who said when they can attend, and how many did not. Asked are a time zone and the availability in it. */
export function attendees(
	course: Course,
	applications: readonly AssessedApplication[],
): { readonly people: readonly Attendee[]; readonly silent: number } {
	const people = applications.flatMap((one) => attendee(course, one) ?? []);
	return { people, silent: applications.length - people.length };
}

function attendee(course: Course, { applicant, application }: AssessedApplication): Attendee | null {
	let zone = '';
	let availability: Attendee['availability'] = [];
	for (const question of course.questions) {
		if (question.type !== 'time-zone' && question.type !== 'availability') continue;
		const answer = readAnswer(question, application.answers[question.id] ?? '');
		if (answer.ok && answer.type === 'time-zone') zone = answer.value;
		if (answer.ok && answer.type === 'availability') availability = answer.value;
	}
	return zone === '' || availability.length === 0
		? null
		: { name: applicant?.name ?? '', zone, availability };
}
