import { readAnswer } from '../../../shared/application/answerValue.ts';
import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { isLive, takesSeat } from '../../../shared/rules/status.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { attending } from '../../sessions/attending.ts';
import { timetableOf } from '../../sessions/timetableOf.ts';
import { attendeeOf } from './attendeeOf.ts';
import { memoize } from '../memoize.ts';
import { renderGroup } from './renderGroup.ts';

/**
 * The times of the week that suit most people: all with a live application, those of them who meet the requirements,
 * and those accepted. Grid and local times are shown for the narrowest of these that has people in it.
 */
export function renderSessions(
	course: Course,
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly string[] {
	const timetable = timetableOf(course);
	if (!timetable) return [];
	const all = applications.filter(({ state }) => isLive(state));
	const attend = attending(timetable);
	const read = memoize(readAnswer, ({ id }, text) => `${id} ${text}`);
	const attendees = new Map(all.map((one) => [one, attendeeOf(course, one, read)]));
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
			attend,
			{
				heading: translate(`wikilearn-status-sessions-${key}`),
				applicants: people.map((one) => attendees.get(one) ?? null),
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
