import { WEEKDAYS } from '../../../shared/application/availability.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Slot } from '../../sessions/timetable.ts';
import { renderTemplateCall } from '../text/wikitext.ts';

/**
 * The week as a grid of hours (UTC) and days: how many can attend a session that starts in that hour, taking the
 * better of its two half hours. Hours when nobody can attend are left out.
 *
 * @param attending by slot
 */
export function renderGrid(
	attending: readonly number[],
	chosen: readonly Slot[],
	translate: Translate,
): readonly string[] {
	const attendingIn = (day: number, hour: number) =>
		Math.max(...[0, 1].map((half) => attending[day * 48 + hour * 2 + half] ?? 0));
	const isChosen = (day: number, hour: number) =>
		chosen.some((slot) => Math.floor(slot / 2) === day * 24 + hour);
	const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
		WEEKDAYS.some((_, day) => attendingIn(day, hour) > 0),
	);
	return [
		renderTemplateCall('WikiLearn status/week', {
			caption: translate('wikilearn-status-sessions-grid'),
			...Object.fromEntries(WEEKDAYS.map((day) => [day, translate(`wikilearn-status-day-${day}`)])),
		}),
		...hours.map((hour) =>
			renderTemplateCall('WikiLearn status/hour', {
				hour: formatClock(hour * 60),
				...Object.fromEntries(
					WEEKDAYS.flatMap((day, index): [string, string][] => {
						const count = attendingIn(index, hour);
						if (count === 0) return [];
						const countCell: [string, string] = [day, String(count)];
						return isChosen(index, hour) ? [countCell, [`${day} chosen`, 'yes']] : [countCell];
					}),
				),
			}),
		),
		renderTemplateCall('WikiLearn status/table end', {}),
	];
}

const DAY_MINUTES = 24 * 60;
/** A minute of the day as `17:30`. */
function formatClock(minute: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A minute of the week since Monday 00:00 as `Tue 17:30`. */
export function formatWeekMinute(minute: number, translate: Translate): string {
	const day = WEEKDAYS[Math.floor(minute / DAY_MINUTES) % 7] ?? 'mon';
	return `${translate(`wikilearn-status-day-${day}`)} ${formatClock(minute % DAY_MINUTES)}`;
}
