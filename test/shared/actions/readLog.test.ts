import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../shared/actions/readLog.ts';
import { hasRole, type People } from '../../../shared/programme/people.ts';
import { action } from './arbitraryAction.ts';
import { BOT, EVE, hour, LogBuilder, PEOPLE, RITA, ROB, TOM } from './logBuilder.ts';

const MARK = 'wikilearn:decide/iah/accepted/7.70/nonce123';
const kinds = (log: LogBuilder) => log.read().actions.map((one) => one.action.kind);
const why = (log: LogBuilder) => log.read().ineffective.map((one) => one.why);
const unclear = (log: LogBuilder) => log.read().uncertain.map((one) => one.why);

describe('the log', () => {
	it('has the actions in the order of their revisions, in whichever order they are read', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70 }, { note: 'fits' });
		const second = log.decide(ROB, 'declined', { 8: 80, 9: 90 });
		const read = log.read();
		expect(read.actions).toEqual([
			{
				action: {
					kind: 'decide',
					course: 'iah',
					verdict: 'accepted',
					place: null,
					applicants: [{ id: 7, answers: 70 }],
				},
				revid: first,
				by: RITA,
				at: hour(1),
				note: 'fits',
			},
			expect.objectContaining({ revid: second, by: ROB, note: '' }),
		]);
		expect(read.newest).toBe(second);
		expect(readLog({ revisions: log.revisions, imports: [] }, PEOPLE, ['iah'])).toEqual(read);
	});

	it('is empty where there is none', () => {
		expect(readLog({ revisions: [], imports: [] }, PEOPLE, ['iah'])).toEqual({
			actions: [],
			uncertain: [],
			ineffective: [],
			newest: 0,
		});
	});

	it.each<[string, (log: LogBuilder) => unknown, string]>([
		['a stranger', (log) => log.decide(EVE, 'accepted', { 7: 70 }), 'unauthorized'],
		['one of the team who does not review', (log) => log.decide(TOM, 'accepted', { 7: 70 }), 'unauthorized'],
		['the bot', (log) => log.decide(BOT, 'accepted', { 7: 70 }), 'unauthorized'],
		['an undo with a summary filled in', (log) => log.edit(RITA, MARK, { tags: ['mw-undo'] }), 'reverts'],
		['a rollback', (log) => log.edit(RITA, MARK, { tags: ['mw-rollback'] }), 'reverts'],
		['an old revision restored', (log) => log.edit(RITA, MARK, { tags: ['mw-manual-revert'] }), 'reverts'],
		['a blanking', (log) => log.edit(RITA, MARK, { tags: ['mw-replace'] }), 'reverts'],
		['another content model', (log) => log.edit(RITA, MARK, { tags: ['mw-contentmodelchange'] }), 'reverts'],
		['a move to such a title', (log) => log.edit(RITA, MARK, { size: 10 }), 'adds-nothing'],
		['a broken mark', (log) => log.edit(RITA, 'wikilearn:decide/iah'), 'unreadable'],
		['a reply', (log) => log.edit(RITA, 'wikilearn:reply/iah/withdrawn/-/nonce123'), 'unreadable'],
		['a notice', (log) => log.edit(BOT, 'wikilearn:notice/iah/7/receipt'), 'unreadable'],
		[
			'no course of ours',
			(log) => log.decide(RITA, 'accepted', { 7: 70 }, { course: 'abc' }),
			'unknown-course',
		],
		['oneself', (log) => log.decide(RITA, 'accepted', { [RITA.id]: 70 }), 'about-oneself'],
		['oneself, taken back', (log) => log.takeBack(RITA, 1000, [RITA.id]), 'about-oneself'],
		['a release by one of the team', (log) => log.release(TOM), 'unauthorized'],
	])('takes no action from %s', (_, happen, reason) => {
		const log = new LogBuilder();
		happen(log);
		expect(kinds(log)).toEqual([]);
		expect(why(log)).toEqual([reason]);
		expect(unclear(log)).toEqual([]);
	});

	it('says nothing of edits without a mark, whoever made them', () => {
		const log = new LogBuilder();
		log.edit(EVE, `about ${MARK}`);
		log.edit(RITA, 'thanks');
		log.edit(null, 'hello');
		expect(log.read()).toMatchObject({ actions: [], uncertain: [], ineffective: [] });
	});

	it('believes the team about reminders and messages, and reviewers too', () => {
		const log = new LogBuilder();
		log.action(TOM, { kind: 'remind', course: 'iah' });
		log.action(RITA, { kind: 'write', course: 'pb', to: 'all', page: 3, revision: 4 });
		log.action(EVE, { kind: 'remind', course: 'iah' });
		expect(kinds(log)).toEqual(['remind', 'write']);
		expect(why(log)).toEqual(['unauthorized']);
	});

	it('keeps what a decision says of others, where it is about its author as well', () => {
		const log = new LogBuilder();
		log.decide(RITA, 'accepted', { 7: 70, [RITA.id]: 71 });
		log.takeBack(RITA, 1010, [7, RITA.id]);
		expect(log.read().actions.map((one) => one.action)).toMatchObject([
			{ applicants: [{ id: 7, answers: 70 }] },
			{ applicants: [7] },
		]);
	});
});

describe('authority', () => {
	const between: People = {
		...PEOPLE,
		reviewers: [{ ...RITA, from: hour(2), until: hour(4) }],
	};

	it.each([
		[1, false],
		[2, true],
		[3, true],
		[4, true],
		[5, false],
	])('holds from and until its instants: hour %i', (when, isReviewer) => {
		const log = new LogBuilder(between);
		log.decide(RITA, 'accepted', { 7: 70 }, { timestamp: hour(when) });
		expect(kinds(log)).toEqual(isReviewer ? ['decide'] : []);
		expect(hasRole(between, 'reviewer', RITA.id, hour(when))).toBe(isReviewer);
	});

	it('is an id’s, whatever its name is now; a name proves nothing', () => {
		const log = new LogBuilder();
		log.decide({ id: RITA.id, name: 'Rita the renamed' }, 'accepted', { 7: 70 });
		log.decide({ id: 4711, name: 'Rita' }, 'accepted', { 7: 70 });
		log.decide({ id: 0, name: 'Rita' }, 'accepted', { 7: 70 });
		expect(kinds(log)).toEqual(['decide']);
		expect(why(log)).toEqual(['unauthorized', 'unauthorized']);
	});

	it('of a row that was deleted is void', () => {
		const log = new LogBuilder({ ...PEOPLE, reviewers: [] });
		log.decide(RITA, 'accepted', { 7: 70 });
		expect(kinds(log)).toEqual([]);
	});

	it('is the reviewers’ for the team’s actions where no team is named', () => {
		const log = new LogBuilder({ bot: BOT, reviewers: PEOPLE.reviewers });
		log.action(RITA, { kind: 'remind', course: 'iah' });
		log.action(TOM, { kind: 'remind', course: 'iah' });
		expect(kinds(log)).toEqual(['remind']);
	});
});

describe('what nobody can tell', () => {
	it('is a hidden author: those whom the mark names', () => {
		const log = new LogBuilder();
		const decided = log.decide(null, 'accepted', { 7: 70, 8: 80 });
		log.takeBack(null, 1010, [9]);
		log.release(null);
		expect(log.read().uncertain).toEqual([
			{ revid: decided, course: 'iah', applicants: [7, 8], why: 'hidden' },
			{ revid: decided + 10, course: 'iah', applicants: [9], why: 'hidden' },
			{ revid: decided + 20, course: 'iah', applicants: null, why: 'hidden' },
		]);
		expect(kinds(log)).toEqual([]);
	});

	it('is a hidden summary of somebody who may act, or of nobody known: all', () => {
		const log = new LogBuilder();
		const revid = log.edit(RITA, null);
		log.edit(TOM, null);
		log.edit(null, null);
		expect(log.read().uncertain).toEqual(
			[0, 10, 20].map((more) => ({ revid: revid + more, course: null, applicants: null, why: 'hidden' })),
		);
	});

	it('is no hidden edit of a visible account without authority, and none that cannot count', () => {
		const log = new LogBuilder();
		log.edit(EVE, null);
		log.edit(RITA, null, { size: 1 });
		log.edit(RITA, null, { tags: ['mw-undo'] });
		log.edit({ ...RITA, id: 0 }, null);
		expect(unclear(log)).toEqual([]);
	});

	it('is a gap in the chain of parents; and the mark behind it does not count', () => {
		const log = new LogBuilder();
		const revid = log.decide(RITA, 'accepted', { 7: 70 }, { parentid: 5 });
		expect(log.read()).toMatchObject({
			actions: [],
			uncertain: [{ revid, course: null, applicants: null, why: 'gap' }],
			ineffective: [],
		});
	});

	it('is an import into the log', () => {
		const log = new LogBuilder();
		log.decide(RITA, 'accepted', { 7: 70 });
		log.imports.push(1010, 0);
		// Where the wiki does not tell which revision it is, it may be the newest.
		expect(log.read().uncertain.map(({ revid, why: reason }) => [revid, reason])).toEqual([
			[1010, 'imported'],
			[1010, 'imported'],
		]);
	});
});

describe('any history of strangers', () => {
	const step = fc.record({
		action,
		user: fc.constantFrom(EVE, BOT, { id: 0, name: 'Rita' }, { id: 5, name: 'Rita' }),
		bytes: fc.integer({ min: -5, max: 5 }),
		tags: fc.subarray(['mw-undo', 'mw-rollback', 'mobile edit']),
		hidden: fc.boolean(),
	});

	it('does nothing and holds nothing', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
				const log = new LogBuilder();
				for (const { action: done, user, bytes, tags, hidden } of steps) {
					const size = (log.revisions[log.revisions.length - 1]?.size ?? 0) + bytes;
					if (hidden) log.edit(user, null, { size, tags });
					else log.action(user, done, { size, tags });
				}
				expect(log.read()).toMatchObject({ actions: [], uncertain: [] });
			}),
		);
	});

	it('does nothing through a reviewer’s housekeeping', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ action, tag: fc.constantFrom('mw-undo', 'mw-rollback', 'mw-manual-revert', null) }),
				),
				(steps) => {
					const log = new LogBuilder();
					for (const { action: done, tag } of steps) {
						const size = log.revisions[log.revisions.length - 1]?.size ?? 0;
						log.action(RITA, done, tag === null ? { size } : { size: size + 9, tags: [tag] });
					}
					expect(log.read()).toMatchObject({ actions: [], uncertain: [] });
				},
			),
		);
	});
});
