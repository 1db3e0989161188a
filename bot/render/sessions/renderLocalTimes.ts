import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Attendee, Slot, Timetable } from '../../sessions/timetable.ts';
import { renderTemplateCall } from '../text/wikitext.ts';
import { formatWeekMinute } from './renderGrid.ts';
import { toLocalMinute, sessionStarts } from '../../sessions/localTime.ts';
import { findOffsets } from '../../sessions/offsets.ts';

/** Larger groups are shown as numbers, by time zone. */
const MAX_NAMED = 60;

/** The local times of a slot: a line for each time zone, with its people. */
export function renderLocalTimes(
	timetable: Timetable,
	slot: Slot,
	people: readonly Attendee[],
	translate: Translate,
): readonly string[] {
	const zones = new Map<string, Attendee[]>();
	for (const person of people) {
		const members = zones.get(person.zone);
		if (members) members.push(person);
		else zones.set(person.zone, [person]);
	}
	const isNamed = people.length <= MAX_NAMED;
	return [
		renderTemplateCall('WikiLearn status/zones', {
			caption: translate('wikilearn-status-sessions-local', `${formatWeekMinute(slot * 30, translate)} UTC`),
			zone: translate('wikilearn-status-sessions-zone'),
			hour: translate('wikilearn-status-sessions-hour'),
			people: translate('wikilearn-status-sessions-people'),
		}),
		...[...zones.keys()].sort().map((zone) => {
			const members = zones.get(zone) ?? [];
			return renderTemplateCall('WikiLearn status/zone', {
				zone,
				hour: renderLocalTime(timetable, slot, zone, translate),
				people: isNamed ? listNames(members, translate) : String(members.length),
			});
		}),
		renderTemplateCall('WikiLearn status/table end', {}),
	];
}

/** Sorted, so that the page does not depend on the order of applications. */
export function listNames(people: readonly Attendee[], translate: Translate): string {
	return people
		.map(({ name }) => (name === '' ? translate('wikilearn-status-hidden') : name))
		.sort()
		.join(', ');
}

/** A slot's local start in a time zone; if its clocks change during the course, also the new start and its date. */
function renderLocalTime(timetable: Timetable, slot: Slot, zone: string, translate: Translate): string {
	const begins = sessionStarts(timetable, slot);
	const [first, last] = [begins[0] ?? 0, begins[begins.length - 1] ?? 0];
	const offsets = findOffsets(zone, first, last) ?? [];
	const hours = begins.map((at) => {
		const offset = offsets.filter(({ from }) => from <= at).pop();
		return { at, text: formatWeekMinute(toLocalMinute(at, offset?.minutes ?? 0), translate) };
	});
	const changes = hours.filter(({ text }, index) => index > 0 && text !== hours[index - 1]?.text);
	return changes.reduce(
		(joined, { at, text }) =>
			translate('wikilearn-status-sessions-from', joined, new Date(at).toISOString().slice(0, 10), text),
		hours[0]?.text ?? '',
	);
}
