import type { Evidence } from './eligibility.ts';
import type { AccountFacts } from '../wiki/accountFacts.ts';
import { type Assessment, listMissing, findOldestCheck, getValue } from './assessment.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type EditsRequirement = Extract<LeafRequirement, { kind: 'edits' }>;
type EditsEvidence = Extract<Evidence, { kind: 'edits' }>;

/**
 * Requires at least `min` edits. Anywhere: the global count, or the count of the programme's wiki if it is greater,
 * because CentralAuth's sum excludes unattached accounts.
 */
export function assessEdits({ min, where }: EditsRequirement, facts: AccountFacts): Assessment {
	const isAnywhere = where === 'anywhere';
	const checked = findOldestCheck(isAnywhere ? [facts.local, facts.global] : [facts.local]);
	const counts = [...countLocalEdits(facts, min), ...(isAnywhere ? countGlobalEdits(facts, min) : [])];
	const highest = counts.reduce<EditsEvidence | null>(
		(best, next) => (best === null || next.count > best.count ? next : best),
		null,
	);
	if (highest !== null && highest.count >= min)
		return { verdict: 'met', evidence: [highest], checkedAt: checked };
	const unknown = [...listMissing(facts, 'local'), ...(isAnywhere ? listMissing(facts, 'global') : [])];
	const evidence = highest === null ? unknown : [highest, ...unknown];
	return { verdict: unknown.length > 0 ? 'unknown' : 'not met', evidence, checkedAt: checked };
}

function countLocalEdits(facts: AccountFacts, min: number): readonly EditsEvidence[] {
	const local = getValue(facts.local);
	return local === null ? [] : [{ kind: 'edits', wiki: local.wiki, count: local.edits, min }];
}

function countGlobalEdits(facts: AccountFacts, min: number): readonly EditsEvidence[] {
	const global = getValue(facts.global);
	return global?.exists ? [{ kind: 'edits', wiki: null, count: global.edits, min }] : [];
}
