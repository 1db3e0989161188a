import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../shared/actions/readLog.ts';
import { hasRole, type People } from '../../../shared/programme/people.ts';
import { action } from './arbitraryAction.ts';
import { BOT, EVE, hour, LogBuilder, PEOPLE, RITA, ROB, TOM } from './logBuilder.ts';

const MARK = 'wikilearn:decide/iah/accepted/7.70/nonce123';
const actionKinds = (log: LogBuilder) => log.read().actions.map((entry) => entry.action.kind);
const ineffectiveReasons = (log: LogBuilder) => log.read().ineffective.map((entry) => entry.reason);
const uncertainReasons = (log: LogBuilder) => log.read().uncertain.map((entry) => entry.reason);

describe('the log', () => {
	it('lists actions in revision order, whatever the input order', () => {
		const log = new LogBuilder();
		const first = log.decide(RITA, 'accepted', { 7: 70 }, { note: 'fits' });
		const second = log.decide(ROB, 'declined', { 8: 80, 9: 90 });
		const read = log.read();
		expect(read.actions).toEqual([
			{
				action: {
					kind: 'decide',
					course: 'iah',
					outcome: 'accepted',
					place: null,
					applicants: [{ id: 7, answersRevid: 70 }],
				},
				revid: first,
				by: RITA,
				at: hour(1),
				note: 'fits',
			},
			expect.objectContaining({ revid: second, by: ROB, note: '' }),
		]);
		expect(read.newestRevid).toBe(second);
		expect(readLog({ revisions: log.revisions, imports: [] }, PEOPLE, ['iah'])).toEqual(read);
	});

	it('is empty when there is no history', () => {
		expect(readLog({ revisions: [], imports: [] }, PEOPLE, ['iah'])).toEqual({
			actions: [],
			uncertain: [],
			ineffective: [],
			newestRevid: 0,
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
		expect(actionKinds(log)).toEqual([]);
		expect(ineffectiveReasons(log)).toEqual([reason]);
		expect(uncertainReasons(log)).toEqual([]);
	});

	it('ignores edits without a mark, whoever made them', () => {
		const log = new LogBuilder();
		log.edit(EVE, `about ${MARK}`);
		log.edit(RITA, 'thanks');
		log.edit(null, 'hello');
		expect(log.read()).toMatchObject({ actions: [], uncertain: [], ineffective: [] });
	});

	it('accepts reminders and messages from the team and from reviewers', () => {
		const log = new LogBuilder();
		log.action(TOM, { kind: 'remind', course: 'iah' });
		log.action(RITA, { kind: 'write', course: 'pb', to: 'all', page: 3, revision: 4 });
		log.action(EVE, { kind: 'remind', course: 'iah' });
		expect(actionKinds(log)).toEqual(['remind', 'write']);
		expect(ineffectiveReasons(log)).toEqual(['unauthorized']);
	});

	it('keeps a decision about others when it also names its author', () => {
		const log = new LogBuilder();
		log.decide(RITA, 'accepted', { 7: 70, [RITA.id]: 71 });
		log.takeBack(RITA, 1010, [7, RITA.id]);
		expect(log.read().actions.map((entry) => entry.action)).toMatchObject([
			{ applicants: [{ id: 7, answersRevid: 70 }] },
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
	])('is limited by `from` and `until`: hour %i', (when, isReviewer) => {
		const log = new LogBuilder(between);
		log.decide(RITA, 'accepted', { 7: 70 }, { timestamp: hour(when) });
		expect(actionKinds(log)).toEqual(isReviewer ? ['decide'] : []);
		expect(hasRole(between, 'reviewer', RITA.id, hour(when))).toBe(isReviewer);
	});

	it('follows the user id, not the name', () => {
		const log = new LogBuilder();
		log.decide({ id: RITA.id, name: 'Rita the renamed' }, 'accepted', { 7: 70 });
		log.decide({ id: 4711, name: 'Rita' }, 'accepted', { 7: 70 });
		log.decide({ id: 0, name: 'Rita' }, 'accepted', { 7: 70 });
		expect(actionKinds(log)).toEqual(['decide']);
		expect(ineffectiveReasons(log)).toEqual(['unauthorized', 'unauthorized']);
	});

	it('ends when the row is deleted', () => {
		const log = new LogBuilder({ ...PEOPLE, reviewers: [] });
		log.decide(RITA, 'accepted', { 7: 70 });
		expect(actionKinds(log)).toEqual([]);
	});

	it('includes team actions for reviewers when no team is named', () => {
		const log = new LogBuilder({ bot: BOT, reviewers: PEOPLE.reviewers });
		log.action(RITA, { kind: 'remind', course: 'iah' });
		log.action(TOM, { kind: 'remind', course: 'iah' });
		expect(actionKinds(log)).toEqual(['remind']);
	});
});

describe('uncertain actions', () => {
	it('hold the applicants named in the mark when the author is hidden', () => {
		const log = new LogBuilder();
		const decided = log.decide(null, 'accepted', { 7: 70, 8: 80 });
		log.takeBack(null, 1010, [9]);
		log.release(null);
		expect(log.read().uncertain).toEqual([
			{ revid: decided, course: 'iah', applicants: [7, 8], reason: 'hidden' },
			{ revid: decided + 10, course: 'iah', applicants: [9], reason: 'hidden' },
			{ revid: decided + 20, course: 'iah', applicants: null, reason: 'hidden' },
		]);
		expect(actionKinds(log)).toEqual([]);
	});

	it('hold everybody when the summary is hidden and the author may have authority', () => {
		const log = new LogBuilder();
		const revid = log.edit(RITA, null);
		log.edit(TOM, null);
		log.edit(null, null);
		expect(log.read().uncertain).toEqual(
			[0, 10, 20].map((more) => ({ revid: revid + more, course: null, applicants: null, reason: 'hidden' })),
		);
	});

	it('ignore hidden edits of visible accounts without authority, and edits that cannot count', () => {
		const log = new LogBuilder();
		log.edit(EVE, null);
		log.edit(RITA, null, { size: 1 });
		log.edit(RITA, null, { tags: ['mw-undo'] });
		log.edit({ ...RITA, id: 0 }, null);
		expect(uncertainReasons(log)).toEqual([]);
	});

	it('include a gap in the chain of parents; the mark after it does not count', () => {
		const log = new LogBuilder();
		const revid = log.decide(RITA, 'accepted', { 7: 70 }, { parentid: 5 });
		expect(log.read()).toMatchObject({
			actions: [],
			uncertain: [{ revid, course: null, applicants: null, reason: 'gap' }],
			ineffective: [],
		});
	});

	it('include an import into the log', () => {
		const log = new LogBuilder();
		log.decide(RITA, 'accepted', { 7: 70 });
		log.imports.push(1010, 0);
		// Where the wiki does not tell which revision it is, it may be the newest.
		expect(log.read().uncertain.map(({ revid, reason }) => [revid, reason])).toEqual([
			[1010, 'imported'],
			[1010, 'imported'],
		]);
	});
});

describe('any history of edits by strangers', () => {
	const step = fc.record({
		action,
		user: fc.constantFrom(EVE, BOT, { id: 0, name: 'Rita' }, { id: 5, name: 'Rita' }),
		bytes: fc.integer({ min: -5, max: 5 }),
		tags: fc.subarray(['mw-undo', 'mw-rollback', 'mobile edit']),
		hidden: fc.boolean(),
	});

	it('has no effect and holds nothing', () => {
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

	it('has no effect through a reviewer’s housekeeping', () => {
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
