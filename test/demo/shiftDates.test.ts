import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDates } from './shiftDates.ts';
import { readProgramme } from '../../shared/programme/readProgramme.ts';
import draft from '../../shared/programme/wikilearn.json' with { type: 'json' };
import { fillInPlaceholderIds } from '../programmeIds.ts';

const pilot = fillInPlaceholderIds(draft);

describe('moveDates', () => {
	it('keeps times of day, offsets and weekdays', () => {
		const [course] = shiftDates(pilot, '2026-03-04T10:00:00Z').courses;
		expect(course).toMatchObject({
			opens: '2026-02-24T00:00:00Z',
			closes: '2026-03-26T23:59:59-12:00',
			notify: '2026-03-30T12:00:00Z',
			starts: '2026-04-13T00:00:00Z',
		});
	});

	it('makes a valid programme that opened one to two weeks ago and stays open for at least 16 days', () => {
		const day = 86_400_000;
		const anchors = fc.date({
			min: new Date('2000-01-01'),
			max: new Date('2090-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(anchors, (anchor) => {
				const moved = shiftDates(pilot, anchor.toISOString());
				expect(readProgramme(moved).ok).toBe(true);
				const opens = (anchor.getTime() - Date.parse(moved.courses[0]!.opens)) / day;
				expect(opens).toBeGreaterThanOrEqual(7);
				expect(opens).toBeLessThan(14);
				expect(Date.parse(moved.courses[0]!.closes) - anchor.getTime()).toBeGreaterThan(16 * day);
			}),
			{ numRuns: 200 },
		);
	});
});
