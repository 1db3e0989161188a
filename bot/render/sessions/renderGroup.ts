import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Attendee, Choice, Timetable } from '../../sessions/timetable.ts';
import type { AttendanceOf } from '../../sessions/attendance.ts';
import { planSessions } from '../../sessions/planSessions.ts';
import { renderGrid, formatWeekMinute } from './renderGrid.ts';
import { listNames, renderLocalTimes } from './renderLocalTimes.ts';

const MAX_NAMED = 20;

/** A group of applicants with its own best times. */
interface AttendeeGroup {
	readonly heading: string;
	/** Null: an applicant without a stated availability. */
	readonly applicants: readonly (Attendee | null)[];
	/** Whether to show the week grid and the local times. */
	readonly isWhole: boolean;
}

/** The best times for a group of applicants. */
export function renderGroup(
	timetable: Timetable,
	attendanceOf: AttendanceOf,
	{ heading, applicants, isWhole: isDetailed }: AttendeeGroup,
	translate: Translate,
): readonly string[] {
	const attendees = applicants.flatMap((applicant) => applicant ?? []);
	const unansweredCount = applicants.length - attendees.length;
	const plan = planSessions(timetable, attendees, attendanceOf);
	const answeredCount = attendees.length - plan.unreadable.length;
	const renderItem = (key: string, ...params: readonly (string | number)[]) =>
		`* ${encodeAnswer(translate(key, ...params))}`;
	const formatTimes = ({ slots }: Choice) =>
		slots.map((slot) => isolate(`${formatWeekMinute(slot * 30, translate)} UTC`)).join(', ');
	if (!plan.best) return [];
	const { best } = plan;
	return [
		`'''${encodeAnswer(heading)}'''`,
		renderItem('wikilearn-status-sessions-asked', answeredCount, unansweredCount + plan.unreadable.length),
		renderItem(
			'wikilearn-status-sessions-choice',
			best.slots.length,
			formatTimes(best),
			best.attending,
			answeredCount,
			best.preferring,
		),
		...plan.alternatives.map((alternative) =>
			renderItem(
				'wikilearn-status-sessions-alternative',
				formatTimes(alternative),
				alternative.attending,
				answeredCount,
				alternative.preferring,
			),
		),
		...(plan.unavailable.length > 0
			? [
					renderItem(
						'wikilearn-status-sessions-nobody',
						plan.unavailable.length > MAX_NAMED
							? plan.unavailable.length
							: listNames(plan.unavailable, translate),
					),
				]
			: []),
		...(isDetailed
			? [
					...renderGrid(plan.attending, best.slots, translate),
					...best.slots.flatMap((slot) => renderLocalTimes(timetable, slot, attendees, translate)),
				]
			: []),
	];
}

/** Bidi isolates (U+2068, U+2069) keep an adjacent number separate in right-to-left text. */
function isolate(text: string): string {
	return `\u2068${text}\u2069`;
}
