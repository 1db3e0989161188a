import { weekdays } from '../../../shared/application/availability.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Slot } from '../../sessions/plan.ts';
import { templateCall } from '../templateCall.ts';
import { clockText } from './slotText.ts';

/**
 * The week as a grid of hours (UTC) and days: how many can attend a session that begins in that hour, the better of
 * its two half hours. Hours in which nobody can are left out.
 *
 * @param attending by slot
 */
export function renderGrid(
	attending: readonly number[],
	chosen: readonly Slot[],
	translate: Translate,
): readonly string[] {
	const cell = (day: number, hour: number) =>
		Math.max(...[0, 1].map((half) => attending[day * 48 + hour * 2 + half] ?? 0));
	const isChosen = (day: number, hour: number) =>
		chosen.some((slot) => Math.floor(slot / 2) === day * 24 + hour);
	const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
		weekdays.some((_, day) => cell(day, hour) > 0),
	);
	return [
		templateCall('WikiLearn status/week', {
			caption: translate('wikilearn-status-sessions-grid'),
			...Object.fromEntries(weekdays.map((day) => [day, translate(`wikilearn-status-day-${day}`)])),
		}),
		...hours.map((hour) =>
			templateCall('WikiLearn status/hour', {
				hour: clockText(hour * 60),
				...Object.fromEntries(
					weekdays.flatMap((day, index): [string, string][] => {
						const count = cell(index, hour);
						if (count === 0) return [];
						const shown: [string, string] = [day, String(count)];
						return isChosen(index, hour) ? [shown, [`${day} chosen`, 'yes']] : [shown];
					}),
				),
			}),
		),
		templateCall('WikiLearn status/table end', {}),
	];
}
