import { readAnswer } from '../../../shared/application/answerValue.ts';
import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { canTakePart, takesSeat } from '../../../shared/rules/state.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { attendanceCalculator } from '../../sessions/attendance.ts';
import { toTimetable, type Attendee } from '../../sessions/timetable.ts';
import { memoize } from '../text/memoize.ts';
import { renderGroup } from './renderGroup.ts';

/**
 * The times of the week that suit most people: of all live applications, of those that meet the requirements, and of
 * those accepted. Grid and local times are shown for the narrowest of these groups that is not empty.
 */
export function renderSessions(
	course: Course,
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly string[] {
	const timetable = toTimetable(course);
	if (!timetable) return [];
	const all = applications.filter(({ state }) => canTakePart(state));
	const attendanceOf = attendanceCalculator(timetable);
	const read = memoize(readAnswer, ({ id }, text) => `${id} ${text}`);
	const attendees = new Map(all.map((application) => [application, toAttendee(course, application, read)]));
	const eligible = all.filter(({ eligibility }) => eligibility.verdict === 'met');
	const accepted = all.filter(({ state }) => takesSeat(state));
	const groups = [
		{ key: 'all', people: all },
		{ key: 'eligible', people: eligible },
		{ key: 'accepted', people: accepted },
	].filter(({ people }) => people.length > 0);
	const shown = groups.flatMap(({ key, people }, index) =>
		renderGroup(
			timetable,
			attendanceOf,
			{
				heading: translate(`wikilearn-status-sessions-${key}`),
				applicants: people.map((application) => attendees.get(application) ?? null),
				isWhole: index === groups.length - 1,
			},
			translate,
		),
	);
	return [
		`=== ${encodeAnswer(translate('wikilearn-status-sessions'))} ===`,
		...(shown.length > 0 ? shown : [encodeAnswer(translate('wikilearn-status-sessions-none'))]),
	];
}

/**
 * An applicant's time zone and weekly availability in it. Null if either answer is missing.
 *
 * @param read `readAnswer`, or a memoized version of it
 */
export function toAttendee(
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
