import type { Translate } from '../../../shared/i18n/translate.ts';
import { localMinute } from '../../sessions/localSpans.ts';
import { occurrences } from '../../sessions/occurrences.ts';
import { offsetsOf } from '../../sessions/offsets.ts';
import type { Slot, Timetable } from '../../sessions/plan.ts';
import { weekText } from './slotText.ts';

/** When a slot begins by the clocks of a zone, and from when on at another hour, where they change during the course. */
export function localText(timetable: Timetable, slot: Slot, zone: string, translate: Translate): string {
	const begins = occurrences(timetable, slot);
	const [first, last] = [begins[0] ?? 0, begins[begins.length - 1] ?? 0];
	const offsets = offsetsOf(zone, first, last) ?? [];
	const hours = begins.map((at) => {
		const offset = offsets.filter(({ from }) => from <= at).pop();
		return { at, text: weekText(localMinute(at, offset?.minutes ?? 0), translate) };
	});
	const changes = hours.filter(({ text }, index) => index > 0 && text !== hours[index - 1]?.text);
	return changes.reduce(
		(said, { at, text }) =>
			translate('wikilearn-status-sessions-from', said, new Date(at).toISOString().slice(0, 10), text),
		hours[0]?.text ?? '',
	);
}
