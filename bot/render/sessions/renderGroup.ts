import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Attendee, Choice, Timetable } from '../../sessions/plan.ts';
import type { Attending } from '../../sessions/attending.ts';
import { planSessions } from '../../sessions/planSessions.ts';
import { renderGrid } from './renderGrid.ts';
import { namesOf, renderLocalTimes } from './renderLocalTimes.ts';
import { weekText } from './slotText.ts';

const MOST_NAMED = 20;

/** Set apart (U+2068, U+2069), so that a number beside it does not join it where text runs from right to left. */
function isolate(text: string): string {
	return `\u2068${text}\u2069`;
}

/** Applicants whose best times are shown together. */
export interface AttendeeGroup {
	readonly heading: string;
	/** Null: someone who did not say when. */
	readonly applicants: readonly (Attendee | null)[];
	/** With the week grid and everybody's local time. */
	readonly isWhole: boolean;
}

/** The best times for some of the applicants. */
export function renderGroup(
	timetable: Timetable,
	attend: Attending,
	{ heading, applicants, isWhole }: AttendeeGroup,
	translate: Translate,
): readonly string[] {
	const people = applicants.flatMap((one) => one ?? []);
	const silent = applicants.length - people.length;
	const plan = planSessions(timetable, people, attend);
	const asked = people.length - plan.unreadable.length;
	const item = (key: string, ...params: readonly (string | number)[]) =>
		`* ${encodeAnswer(translate(key, ...params))}`;
	const times = ({ slots }: Choice) =>
		slots.map((slot) => isolate(`${weekText(slot * 30, translate)} UTC`)).join(', ');
	if (!plan.best) return [];
	const { best } = plan;
	return [
		`'''${encodeAnswer(heading)}'''`,
		item('wikilearn-status-sessions-asked', asked, silent + plan.unreadable.length),
		item(
			'wikilearn-status-sessions-choice',
			best.slots.length,
			times(best),
			best.attending,
			asked,
			best.preferring,
		),
		...plan.alternatives.map((other) =>
			item('wikilearn-status-sessions-alternative', times(other), other.attending, asked, other.preferring),
		),
		...(plan.none.length > 0
			? [
					item(
						'wikilearn-status-sessions-nobody',
						plan.none.length > MOST_NAMED ? plan.none.length : namesOf(plan.none, translate),
					),
				]
			: []),
		...(isWhole
			? [
					...renderGrid(plan.attending, best.slots, translate),
					...best.slots.flatMap((slot) => renderLocalTimes(timetable, slot, people, translate)),
				]
			: []),
	];
}
