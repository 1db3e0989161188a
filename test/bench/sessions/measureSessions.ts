import { planSessions } from '../../../bot/sessions/planSessions.ts';
import type { Attendee, Timetable } from '../../../bot/sessions/timetable.ts';
import { readAvailability } from '../../../shared/application/availability.ts';
import { figure, type Figure } from '../figure.ts';
import { times, zones } from '../people.ts';

/** Over a change of the clocks in Europe and the Americas. */
const starts = '2026-03-02T00:00:00Z';

/** Finding the weekly times that suit most. */
export function measureSessions(largest: number): readonly Figure[] {
	return [40, 400, 4_000]
		.filter((n) => n <= largest)
		.flatMap((n) => {
			const people = Array.from({ length: n }, (_, index) => createAttendee(index));
			return [1, 2, 3].map((slots) => {
				const timetable: Timetable = { starts, weeks: 8, minutes: 90, slots };
				const began = performance.now();
				planSessions(timetable, people);
				const name = `planning sessions, ${slots} a week`;
				return figure(name, n, performance.now() - began, 'ms');
			});
		});
}

function createAttendee(index: number): Attendee {
	const zone = zones[index % zones.length] ?? 'UTC';
	// Two parts that go round at different paces: many who agree with nobody.
	const parts = [times[index % times.length], times[(index * 3 + 1) % (times.length - 1)]];
	return {
		name: `Person ${index}`,
		zone,
		availability: parts.flatMap((text) => readAvailability(text ?? '') ?? []).slice(0, 1 + (index % 4)),
	};
}
