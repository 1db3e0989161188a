import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../../shared/programme/schema.ts';
import { allOf, anyOf } from '../../../shared/rules/assess.ts';
import type { Verdict } from '../../../shared/rules/eligibility.ts';
import type { Facts } from '../../../shared/wiki/facts.ts';
import { judge } from './judge.ts';
import { attached, global, known, local, withoutGlobal, withoutLocal } from './recordedFacts.ts';
import { samples } from '../../samples.ts';

const verdict = fc.constantFrom<Verdict>('met', 'not met', 'unknown');
const negated: Readonly<Record<Verdict, Verdict>> = { met: 'not met', 'not met': 'met', unknown: 'unknown' };
const where = fc.constantFrom('local' as const, 'anywhere' as const);
const group = fc.constantFrom('sysop', 'rollbacker', 'bot');
const instant = fc
	.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 5, 1) })
	.map((time) => new Date(time).toISOString());

/** Two answers that do not contradict each other: CentralAuth's entry of the own wiki says what that wiki says. */
const facts = fc
	.record({
		here: fc.uniqueArray(group),
		expires: fc.option(instant),
		abroad: fc.uniqueArray(group),
		overall: fc.uniqueArray(fc.constantFrom('steward', 'founder')),
		edits: fc.nat(1000),
		editsAbroad: fc.nat(1000),
		registered: fc.option(instant),
		registeredAbroad: fc.option(instant),
		locked: fc.boolean(),
		block: fc.option(
			fc.record({
				extent: fc.constantFrom('sitewide' as const, 'partial' as const),
				expires: fc.option(instant),
				reason: fc.constant(''),
			}),
		),
		exists: fc.boolean(),
	})
	.map((one): Facts => {
		const { edits, registered, block } = one;
		const groups = one.here.map((name) => ({ group: name, expires: one.expires }));
		const current = one.expires === null || one.expires > '2026-12-01T12:00:00' ? one.here : [];
		const metawiki = attached('metawiki', { groups: current, edits, registered, block });
		const enwiki = attached('enwiki', { groups: one.abroad, registered: one.registeredAbroad });
		const ofGlobal = global({
			groups: one.overall,
			edits: edits + one.editsAbroad,
			registered: one.registeredAbroad,
			locked: one.locked,
			wikis: [enwiki, metawiki],
		});
		return known(local({ groups, edits, registered, block }), one.exists ? ofGlobal : { exists: false });
	});

const base = { id: 'r', label: 'r' };
const leaf: fc.Arbitrary<Requirement> = fc.oneof(
	fc.record({
		...constants(base),
		kind: fc.constant('rights' as const),
		groups: fc.uniqueArray(group),
		globalGroups: fc.uniqueArray(fc.constantFrom('steward', 'founder')),
		where,
	}),
	fc.record({ ...constants(base), kind: fc.constant('edits' as const), min: fc.nat(1000), where }),
	fc.record({ ...constants(base), kind: fc.constant('age' as const), days: fc.nat(400), where }),
	fc.record({
		...constants(base),
		kind: fc.constant('not-blocked' as const),
		where: fc.constant('anywhere' as const),
	}),
);
const requirement = fc.letrec<{ tree: Requirement }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		leaf,
		fc.record({
			...constants(base),
			kind: fc.constantFrom('any-of' as const, 'all-of' as const),
			of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
		}),
	),
})).tree;

function constants(values: { id: string; label: string }): {
	id: fc.Arbitrary<string>;
	label: fc.Arbitrary<string>;
} {
	return { id: fc.constant(values.id), label: fc.constant(values.label) };
}

const RUNS = { numRuns: samples(5000) };

describe('three-valued logic', () => {
	it('is De Morgan’s', () => {
		fc.assert(
			fc.property(fc.array(verdict), (verdicts) => {
				expect(negated[anyOf(verdicts)]).toBe(allOf(verdicts.map((one) => negated[one])));
			}),
			RUNS,
		);
	});

	it('never takes back what it settled when an unknown part becomes known', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(verdict, verdict)), (pairs) => {
				const verdicts = pairs.map(([one]) => one);
				const later = pairs.map(([one, learned]) => (one === 'unknown' ? learned : one));
				for (const combine of [anyOf, allOf]) {
					const before = combine(verdicts);
					if (before !== 'unknown') expect(combine(later)).toBe(before);
				}
			}),
			RUNS,
		);
	});
});

describe('assessing with facts missing', () => {
	it('never comes to a verdict that the missing facts would overturn', () => {
		fc.assert(
			fc.property(requirement, facts, fc.boolean(), fc.boolean(), (asked, all, noLocal, noGlobal) => {
				const less = [all]
					.map((one) => (noLocal ? withoutLocal(one) : one))
					.map((one) => (noGlobal ? withoutGlobal(one) : one))[0]!;
				const before = judge(asked, less).verdict;
				if (before !== 'unknown') expect(judge(asked, all).verdict).toBe(before);
			}),
			RUNS,
		);
	});

	it('never says “not met” to rights, edits or age anywhere without CentralAuth', () => {
		fc.assert(
			fc.property(leaf, facts, (asked, all) => {
				fc.pre('where' in asked && asked.where === 'anywhere' && asked.kind !== 'not-blocked');
				expect(judge(asked, withoutGlobal(all)).verdict).not.toBe('not met');
			}),
			RUNS,
		);
	});

	it('always gives evidence', () => {
		fc.assert(
			fc.property(leaf, facts, fc.boolean(), (asked, all, noGlobal) => {
				expect(judge(asked, noGlobal ? withoutGlobal(all) : all).evidence).not.toEqual([]);
			}),
			RUNS,
		);
	});
});
