import type { Translate } from '../../../shared/i18n/translate.ts';
import { weekdays } from '../../../shared/application/availability.ts';

const DAY_MINUTES = 24 * 60;

/** A minute of the week since Monday 00:00 as `Tue 17:30`. */
export function weekText(minute: number, translate: Translate): string {
	const day = weekdays[Math.floor(minute / DAY_MINUTES) % 7] ?? 'mon';
	return `${translate(`wikilearn-status-day-${day}`)} ${clockText(minute % DAY_MINUTES)}`;
}

/** A minute of the day as `17:30`. */
export function clockText(minute: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
