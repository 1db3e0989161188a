import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDecisions, type DecisionToLog } from '../../../../gadget/review/decisions/groupDecisions.ts';
import { NOTE_LIMIT, type DecisionInput } from '../../../../gadget/review/decisions/decisionInput.ts';
import { MAX_MARK_LENGTH, MAX_APPLICANTS, readAction, writeAction } from '../../../../shared/actions/mark.ts';

const NONCE = 'k3j9x2ab';
const plain = (verdict: DecisionInput['verdict']): DecisionInput => ({ verdict, place: null, note: '' });
const decided = (id: number, decision: DecisionInput, course = 'iah'): DecisionToLog => ({
	course,
	applicant: { id, answersRevid: id * 10 },
	input: decision,
});
const idsOf = (all: readonly DecisionToLog[]) =>
	groupDecisions(all).map(({ action }) => action.applicants.map(({ id }) => id));

describe('grouping decisions into marks', () => {
	it('groups equal decisions of one course, in order', () => {
		const all = [
			decided(1, plain('accepted')),
			decided(2, plain('declined')),
			decided(3, plain('accepted')),
			decided(4, plain('accepted'), 'pb'),
		];
		expect(idsOf(all)).toEqual([[1, 3], [2], [4]]);
	});

	it('keeps a decision with a note or a place separate', () => {
		const all = [
			decided(1, plain('waitlisted')),
			decided(2, { ...plain('waitlisted'), place: 2 }),
			decided(3, { ...plain('waitlisted'), note: 'Why' }),
			decided(4, { ...plain('waitlisted'), note: 'Why' }),
			decided(5, plain('waitlisted')),
		];
		expect(idsOf(all)).toEqual([[1, 5], [2], [3], [4]]);
	});

	it('respects the limit of people per mark', () => {
		const all = Array.from({ length: 45 }, (_, index) => decided(index + 1, plain('accepted')));
		expect(idsOf(all).map(({ length }) => length)).toEqual([MAX_APPLICANTS, MAX_APPLICANTS, 5]);
	});

	it('loses nobody, and every mark round-trips', () => {
		const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
		const anyDecision = fc.record({
			course: fc.constantFrom('pb', 'a'.repeat(40)),
			applicant: fc.record({ id, answersRevid: id }),
			input: fc.record({
				verdict: fc.constantFrom('accepted', 'waitlisted', 'declined', 'recused'),
				place: fc.constant(null),
				note: fc.constantFrom('', 'n'),
			}),
		});
		fc.assert(
			fc.property(fc.array(anyDecision, { maxLength: 60 }), (all) => {
				const groups = groupDecisions(all);
				for (const { action } of groups) {
					const mark = writeAction(action, NONCE);
					expect(mark.length).toBeLessThanOrEqual(MAX_MARK_LENGTH);
					expect(readAction(mark)?.action).toEqual(action);
				}
				const regrouped = groups.flatMap((group) => group.decisions);
				expect(new Set(regrouped)).toEqual(new Set(all));
				expect(regrouped).toHaveLength(all.length);
			}),
		);
	});

	it('leaves room for the longest note', () => {
		const applicant = { id: Number.MAX_SAFE_INTEGER, answersRevid: Number.MAX_SAFE_INTEGER };
		const longest: DecisionInput = { verdict: 'waitlisted', place: 999_999, note: 'n'.repeat(NOTE_LIMIT) };
		const [group] = groupDecisions([{ course: 'a'.repeat(40), applicant, input: longest }]);
		const summary = `${writeAction(group!.action, NONCE)} ${longest.note}`;
		expect(summary.length).toBeLessThanOrEqual(500);
	});
});
