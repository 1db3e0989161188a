import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Attendee, Slot, Timetable } from '../../sessions/plan.ts';
import { templateCall } from '../templateCall.ts';
import { weekText } from './slotText.ts';
import { localMinute } from '../../sessions/localSpans.ts';
import { occurrences } from '../../sessions/occurrences.ts';
import { offsetsOf } from '../../sessions/offsets.ts';

/** More people are told by their number, zone by zone. */
const MOST_NAMED = 60;

/** What people's clocks show at a slot: a line for each time zone, with its people. */
export function renderLocalTimes(
	timetable: Timetable,
	slot: Slot,
	people: readonly Attendee[],
	translate: Translate,
): readonly string[] {
	const zones = new Map<string, Attendee[]>();
	for (const person of people) {
		const same = zones.get(person.zone);
		if (same) same.push(person);
		else zones.set(person.zone, [person]);
	}
	const isNamed = people.length <= MOST_NAMED;
	return [
		templateCall('WikiLearn status/zones', {
			caption: translate('wikilearn-status-sessions-local', `${weekText(slot * 30, translate)} UTC`),
			zone: translate('wikilearn-status-sessions-zone'),
			hour: translate('wikilearn-status-sessions-hour'),
			people: translate('wikilearn-status-sessions-people'),
		}),
		...[...zones.keys()].sort().map((zone) => {
			const there = zones.get(zone) ?? [];
			return templateCall('WikiLearn status/zone', {
				zone,
				hour: localText(timetable, slot, zone, translate),
				people: isNamed ? namesOf(there, translate) : String(there.length),
			});
		}),
		templateCall('WikiLearn status/table end', {}),
	];
}

/** In a fixed order, so that the page does not change with the order of applications. */
export function namesOf(people: readonly Attendee[], translate: Translate): string {
	return people
		.map(({ name }) => (name === '' ? translate('wikilearn-status-hidden') : name))
		.sort()
		.join(', ');
}

/** When a slot begins by the clocks of a zone, and from when on at another hour, where they change during the course. */
function localText(timetable: Timetable, slot: Slot, zone: string, translate: Translate): string {
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
