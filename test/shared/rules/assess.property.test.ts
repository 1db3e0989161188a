import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../../shared/programme/schema.ts';
import { combineAll, combineAny } from '../../../shared/rules/assessApplication.ts';
import type { Verdict } from '../../../shared/rules/eligibility.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { assessRequirement } from './assessRequirement.ts';
import {
	createAttachedWiki,
	createGlobalAccount,
	createFacts,
	createLocalAccount,
	withoutGlobal,
	withoutLocal,
} from './recordedFacts.ts';
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
	.map((pair): AccountFacts => {
		const { edits, registered, block } = pair;
		const groups = pair.here.map((name) => ({ group: name, expires: pair.expires }));
		const current = pair.expires === null || pair.expires > '2026-12-01T12:00:00' ? pair.here : [];
		const metawiki = createAttachedWiki('metawiki', { groups: current, edits, registered, block });
		const enwiki = createAttachedWiki('enwiki', { groups: pair.abroad, registered: pair.registeredAbroad });
		const ofGlobal = createGlobalAccount({
			groups: pair.overall,
			edits: edits + pair.editsAbroad,
			registered: pair.registeredAbroad,
			locked: pair.locked,
			wikis: [enwiki, metawiki],
		});
		return createFacts(
			createLocalAccount({ groups, edits, registered, block }),
			pair.exists ? ofGlobal : { exists: false },
		);
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
	it('satisfies De Morgan’s laws', () => {
		fc.assert(
			fc.property(fc.array(verdict), (verdicts) => {
				expect(negated[combineAny(verdicts)]).toBe(combineAll(verdicts.map((verdict) => negated[verdict])));
			}),
			RUNS,
		);
	});

	it('never changes a settled verdict when an unknown part becomes known', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(verdict, verdict)), (pairs) => {
				const verdicts = pairs.map(([verdict]) => verdict);
				const later = pairs.map(([before, learned]) => (before === 'unknown' ? learned : before));
				for (const combine of [combineAny, combineAll]) {
					const before = combine(verdicts);
					if (before !== 'unknown') expect(combine(later)).toBe(before);
				}
			}),
			RUNS,
		);
	});
});

describe('assessing with facts missing', () => {
	it('never reaches a verdict that the missing facts would overturn', () => {
		fc.assert(
			fc.property(requirement, facts, fc.boolean(), fc.boolean(), (requirement, all, noLocal, noGlobal) => {
				const less = [all]
					.map((facts) => (noLocal ? withoutLocal(facts) : facts))
					.map((facts) => (noGlobal ? withoutGlobal(facts) : facts))[0]!;
				const before = assessRequirement(requirement, less).verdict;
				if (before !== 'unknown') expect(assessRequirement(requirement, all).verdict).toBe(before);
			}),
			RUNS,
		);
	});

	it('never returns “not met” for global rights, edits or age without CentralAuth', () => {
		fc.assert(
			fc.property(leaf, facts, (requirement, all) => {
				fc.pre(
					'where' in requirement && requirement.where === 'anywhere' && requirement.kind !== 'not-blocked',
				);
				expect(assessRequirement(requirement, withoutGlobal(all)).verdict).not.toBe('not met');
			}),
			RUNS,
		);
	});

	it('always gives evidence', () => {
		fc.assert(
			fc.property(leaf, facts, fc.boolean(), (requirement, all, noGlobal) => {
				expect(assessRequirement(requirement, noGlobal ? withoutGlobal(all) : all).evidence).not.toEqual([]);
			}),
			RUNS,
		);
	});
});
