import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestDecisions, collectDecisions } from '../../../shared/actions/collectDecisions.ts';
import { EVE, LogBuilder, RITA, ROB } from './logBuilder.ts';

const outcomes = (log: LogBuilder, id: number, upTo?: number) =>
	collectDecisions(log.read(), 'iah', upTo)
		.get(id)
		?.decisions.map(({ outcome, revid }) => `${outcome} ${revid}`) ?? [];

describe('decisions in the log', () => {
	it('are per applicant and course; the last one is in force', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70, 8: 80 });
		const second = log.decide(ROB, 'waitlisted', { 7: 71 }, { place: 3, note: 'rare language' });
		log.decide(RITA, 'declined', { 7: 70 }, { course: 'pb' });
		log.decide(EVE, 'declined', { 7: 70 });
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`, `waitlisted ${second}`]);
		expect(outcomes(log, 8)).toEqual([`accepted ${first}`]);
		expect(outcomes(log, 9)).toEqual([]);
		expect(outcomes(log, 7, first)).toEqual([`accepted ${first}`]);
		expect(collectDecisions(log.read(), 'iah').get(7)?.decisions[1]).toMatchObject({
			place: 3,
			answersRevid: 71,
			note: 'rare language',
			by: ROB,
		});
	});

	it('exclude decisions taken back, for the people named', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70, 8: 80 });
		const second = log.decide(RITA, 'declined', { 7: 70 });
		const back = log.takeBack(ROB, second, [7]);
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`]);
		log.takeBack(ROB, first, [8]);
		expect(outcomes(log, 8)).toEqual([]);
		expect(outcomes(log, 7)).toEqual([`accepted ${first}`]);
		expect(collectDecisions(log.read(), 'iah').get(7)?.takenBack).toEqual(new Map([[second, back]]));
	});

	it('include recusals until taken back', () => {
		const log = new LogBuilder();
		const revid = log.decide(RITA, 'recused', { 7: 70 });
		expect(collectDecisions(log.read(), 'iah').get(7)).toMatchObject({
			decisions: [],
			recusals: [{ revid, by: RITA }],
		});
		log.takeBack(RITA, revid, [7]);
		expect(collectDecisions(log.read(), 'iah').get(7)?.recusals).toEqual([]);
	});
});

describe('the digest of decisions', () => {
	const digest = (log: LogBuilder) => digestDecisions(collectDecisions(log.read(), 'iah'));

	it('covers user id, log revision and outcome, and nothing else', () => {
		const log = new LogBuilder();
		const empty = digest(log);
		log.decide(RITA, 'accepted', { 7: 70 }, { note: 'one' });
		const original = digest(log);
		log.decide(RITA, 'recused', { 8: 80 });
		log.decide(RITA, 'accepted', { 7: 70 }, { course: 'pb' });
		log.action(RITA, { kind: 'remind', course: 'iah' });
		log.edit(EVE, 'hello');
		expect(digest(log)).toBe(original);
		expect(original).toMatch(/^[0-9a-f]{32}$/);
		const other = new LogBuilder();
		other.decide(ROB, 'accepted', { 7: 99 }, { note: 'two' });
		expect(digest(other)).toBe(original);
		const again = log.decide(RITA, 'accepted', { 7: 70 });
		expect(new Set([empty, original, digest(log)]).size).toBe(3);
		log.takeBack(RITA, again, [7]);
		expect(digest(log)).toBe(original);
	});

	it('depends on the decisions in force, and not on the order of people', () => {
		const verdicts = fc.array(
			fc.record({
				id: fc.integer({ min: 1, max: 5 }),
				verdict: fc.constantFrom('accepted' as const, 'waitlisted' as const, 'declined' as const),
			}),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(verdicts, verdicts, (decisions, others) => {
				const [a, b] = [decisions, others].map((list) => {
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
