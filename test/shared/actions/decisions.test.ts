import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsDigest, decisionsIn } from '../../../shared/actions/decisions.ts';
import { EVE, LogBuilder, RITA, ROB } from './logBuilder.ts';

const outcomes = (log: LogBuilder, id: number, upTo?: number) =>
	decisionsIn(log.read(), 'iah', upTo)
		.get(id)
		?.decisions.map(({ outcome, revid }) => `${outcome} ${revid}`) ?? [];

describe('what the log decides', () => {
	it('is by applicant and course; the last one is in force', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70, 8: 80 });
		const second = log.decide(ROB, 'waitlisted', { 7: 71 }, { place: 3, note: 'rare language' });
		log.decide(RITA, 'declined', { 7: 70 }, { course: 'pb' });
		log.decide(EVE, 'declined', { 7: 70 });
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`, `waitlisted ${second}`]);
		expect(outcomes(log, 8)).toEqual([`accepted ${first}`]);
		expect(outcomes(log, 9)).toEqual([]);
		expect(outcomes(log, 7, first)).toEqual([`accepted ${first}`]);
		expect(decisionsIn(log.read(), 'iah').get(7)?.decisions[1]).toMatchObject({
			place: 3,
			answers: 71,
			note: 'rare language',
			by: ROB,
		});
	});

	it('is not what was taken back, for those whom that names', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70, 8: 80 });
		const second = log.decide(RITA, 'declined', { 7: 70 });
		const back = log.takeBack(ROB, second, [7]);
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`]);
		log.takeBack(ROB, first, [8]);
		expect(outcomes(log, 8)).toEqual([]);
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`]);
		expect(decisionsIn(log.read(), 'iah').get(7)?.takenBack).toEqual(new Map([[second, back]]));
	});

	it('names those who recused themselves, until they take it back', () => {
		const log = new LogBuilder();
		const revid = log.decide(RITA, 'recused', { 7: 70 });
		expect(decisionsIn(log.read(), 'iah').get(7)).toMatchObject({
			decisions: [],
			recusals: [{ revid, by: RITA }],
		});
		log.takeBack(RITA, revid, [7]);
		expect(decisionsIn(log.read(), 'iah').get(7)?.recusals).toEqual([]);
	});
});

describe('the digest of what is decided', () => {
	const digest = (log: LogBuilder) => decisionsDigest(decisionsIn(log.read(), 'iah'));

	it('is of who, which log revision and which outcome, and of nothing else', () => {
		const log = new LogBuilder();
		const empty = digest(log);
		log.decide(RITA, 'accepted', { 7: 70 }, { note: 'one' });
		const one = digest(log);
		log.decide(RITA, 'recused', { 8: 80 });
		log.decide(RITA, 'accepted', { 7: 70 }, { course: 'pb' });
		log.action(RITA, { kind: 'remind', course: 'iah' });
		log.edit(EVE, 'hello');
		expect(digest(log)).toBe(one);
		expect(one).toMatch(/^[0-9a-f]{32}$/);
		const other = new LogBuilder();
		other.decide(ROB, 'accepted', { 7: 99 }, { note: 'two' });
		expect(digest(other)).toBe(one);
		const again = log.decide(RITA, 'accepted', { 7: 70 });
		expect(new Set([empty, one, digest(log)]).size).toBe(3);
		log.takeBack(RITA, again, [7]);
		expect(digest(log)).toBe(one);
	});

	it('differs where what is in force differs, and does not depend on the order of people', () => {
		const verdicts = fc.array(
			fc.record({
				id: fc.integer({ min: 1, max: 5 }),
				verdict: fc.constantFrom('accepted' as const, 'waitlisted' as const, 'declined' as const),
			}),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(verdicts, verdicts, (some, others) => {
				const [a, b] = [some, others].map((list) => {
					const log = new LogBuilder();
					for (const { id, verdict } of list) log.decide(RITA, verdict, { [id]: 1 });
					return log;
				}) as [LogBuilder, LogBuilder];
				const inForce = (log: LogBuilder) =>
					[1, 2, 3, 4, 5].map((id) => outcomes(log, id).slice(-1)[0] ?? '').join();
				expect(digest(a) === digest(b)).toBe(inForce(a) === inForce(b));
			}),
		);
	});
});
