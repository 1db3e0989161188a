import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDecisions, type Decided } from '../../../gadget/review/queue/groupDecisions.ts';
import { NOTE_LIMIT, type Wanted } from '../../../gadget/review/wanted.ts';
import { MARK_LIMIT, MAX_APPLICANTS, readAction, writeAction } from '../../../shared/actions/mark.ts';

const NONCE = 'k3j9x2ab';
const plain = (verdict: Wanted['verdict']): Wanted => ({ verdict, place: null, note: '' });
const decided = (id: number, wanted: Wanted, course = 'iah'): Decided => ({
	course,
	applicant: { id, answers: id * 10 },
	wanted,
});
const idsOf = (all: readonly Decided[]) =>
	groupDecisions(all).map(({ action }) => action.applicants.map(({ id }) => id));

describe('decisions in as few marks as can be', () => {
	it('puts those together that say the same of one course, in order', () => {
		const all = [
			decided(1, plain('accepted')),
			decided(2, plain('declined')),
			decided(3, plain('accepted')),
			decided(4, plain('accepted'), 'pb'),
		];
		expect(idsOf(all)).toEqual([[1, 3], [2], [4]]);
	});

	it('leaves one with a note or a place alone', () => {
		const all = [
			decided(1, plain('waitlisted')),
			decided(2, { ...plain('waitlisted'), place: 2 }),
			decided(3, { ...plain('waitlisted'), note: 'Why' }),
			decided(4, { ...plain('waitlisted'), note: 'Why' }),
			decided(5, plain('waitlisted')),
		];
		expect(idsOf(all)).toEqual([[1, 5], [2], [3], [4]]);
	});

	it('names at most as many people as a mark may', () => {
		const all = Array.from({ length: 45 }, (_, index) => decided(index + 1, plain('accepted')));
		expect(idsOf(all).map(({ length }) => length)).toEqual([MAX_APPLICANTS, MAX_APPLICANTS, 5]);
	});

	it('loses nobody, and every mark can be written and read', () => {
		const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
		const one = fc.record({
			course: fc.constantFrom('pb', 'a'.repeat(40)),
			applicant: fc.record({ id, answers: id }),
			wanted: fc.record({
				verdict: fc.constantFrom('accepted', 'waitlisted', 'declined', 'recused'),
				place: fc.constant(null),
				note: fc.constantFrom('', 'n'),
			}),
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 60 }), (all) => {
				const groups = groupDecisions(all);
				for (const { action } of groups) {
					const mark = writeAction(action, NONCE);
					expect(mark.length).toBeLessThanOrEqual(MARK_LIMIT);
					expect(readAction(mark)?.action).toEqual(action);
				}
				const kept = groups.flatMap((group) => group.decided);
				expect(new Set(kept)).toEqual(new Set(all));
				expect(kept).toHaveLength(all.length);
			}),
		);
	});

	it('leaves room for the longest note', () => {
		const applicant = { id: Number.MAX_SAFE_INTEGER, answers: Number.MAX_SAFE_INTEGER };
		const wanted: Wanted = { verdict: 'waitlisted', place: 999_999, note: 'n'.repeat(NOTE_LIMIT) };
		const [group] = groupDecisions([{ course: 'a'.repeat(40), applicant, wanted }]);
		const summary = `${writeAction(group!.action, NONCE)} ${wanted.note}`;
		expect(summary.length).toBeLessThanOrEqual(500);
	});
});
