import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import { isLate, getPhase, PHASES, type Phase } from '../../../shared/rules/phase.ts';
import { course } from './assessRequirement.ts';
import { samples } from '../../samples.ts';

const HOUR = 3_600_000;

/** The next phase and the instant at which it begins, of all instants at which one can; null once the course is over. */
function nextChange(dates: Pick<Course, 'opens' | 'closes' | 'notify' | 'starts' | 'weeks'>, at: string) {
	const [opens, closes, notify, starts] = [dates.opens, dates.closes, dates.notify, dates.starts].map(
		(date) => Date.parse(date),
	) as [number, number, number, number];
	const closed = Math.floor(closes / 1000) * 1000 + 1000;
	const next = [opens, closed - 72 * HOUR, closed, notify, starts, starts + dates.weeks * 7 * 24 * HOUR]
		.sort((a, b) => a - b)
		.map((time) => new Date(time).toISOString())
		.find((time) => Date.parse(time) > Date.parse(at) && getPhase(dates, time) !== getPhase(dates, at));
	return next === undefined ? null : { phase: getPhase(dates, next), at: next };
}

describe('the pilot’s dates', () => {
	it.each<[string, Phase, Phase | null, string | null]>([
		['2020-12-14T09:59:59Z', 'before', 'open', '2020-12-14T10:00:00.000Z'],
		['2020-12-14T10:00:00Z', 'open', 'closing-soon', '2021-01-12T12:00:00.000Z'],
		['2021-01-12T12:00:00Z', 'closing-soon', 'closed', '2021-01-15T12:00:00.000Z'],
		['2021-01-15T11:59:59Z', 'closing-soon', 'closed', '2021-01-15T12:00:00.000Z'],
		['2021-01-15T11:59:59.999Z', 'closing-soon', 'closed', '2021-01-15T12:00:00.000Z'],
		['2021-01-15T12:00:00Z', 'closed', 'notified', '2021-01-18T00:00:00.000Z'],
		['2021-01-18T00:00:00Z', 'notified', 'running', '2021-02-01T00:00:00.000Z'],
		['2021-02-01T00:00:00Z', 'running', 'over', '2021-03-29T00:00:00.000Z'],
		['2021-03-29T00:00:00Z', 'over', null, null],
	])('%s: %s', (at, phase, next, nextAt) => {
		expect(getPhase(course, at)).toBe(phase);
		expect(nextChange(course, at)).toEqual(next === null ? null : { phase: next, at: nextAt });
	});

	it('is late from the second after the last, whatever the zone', () => {
		expect(isLate(course, '2021-01-15T11:59:59Z')).toBe(false);
		expect(isLate(course, '2021-01-15T12:00:00Z')).toBe(true);
		expect(isLate(course, '2021-01-14T23:59:59-12:00')).toBe(false);
	});

	it('opens at once in its last days where the window is shorter than that', () => {
		const short = { ...course, opens: '2021-01-14T00:00:00-12:00' };
		expect(getPhase(short, '2021-01-14T11:59:59Z')).toBe('before');
		expect(nextChange(short, '2021-01-14T11:59:59Z')).toEqual({
			phase: 'closing-soon',
			at: '2021-01-14T12:00:00.000Z',
		});
	});
});

it('passes through the phases in order, as predicted by each change', () => {
	const gap = fc.integer({ min: 0, max: 40 * 24 * 3600 });
	fc.assert(
		fc.property(gap, gap, gap, fc.integer({ min: 1, max: 20 }), (open, read, wait, weeks) => {
			const instants = [0, open, open + read, open + read + wait].map((second) =>
				new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString(),
			);
			const dates = {
				opens: instants[0]!,
				closes: instants[1]!,
				notify: instants[2]!,
				starts: instants[3]!,
				weeks,
			};
			let at = '2025-12-31T23:59:59Z';
			const seen: Phase[] = [getPhase(dates, at)];
			for (let next = nextChange(dates, at); next !== null; next = nextChange(dates, at)) {
				expect(getPhase(dates, next.at)).toBe(next.phase);
				seen.push(next.phase);
				at = next.at;
			}
			expect(seen).toEqual(PHASES.filter((phase) => seen.includes(phase)));
			expect(seen[seen.length - 1]).toBe('over');
		}),
		{ numRuns: samples(2000) },
	);
});
