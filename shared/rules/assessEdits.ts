import type { Evidence } from './eligibility.ts';
import type { Facts } from '../wiki/facts.ts';
import type { Judgement } from './judgement.ts';
import { missing, oldest, valueOf } from './judgement.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type EditsRequirement = Extract<LeafRequirement, { kind: 'edits' }>;
type EditsEvidence = Extract<Evidence, { kind: 'edits' }>;

/**
 * At least `min` edits. Anywhere: the count over all wikis, or that of the programme's wiki if it is the greater (an
 * account that is not attached is not in CentralAuth's sum).
 */
export function assessEdits({ min, where }: EditsRequirement, facts: Facts): Judgement {
	const anywhere = where === 'anywhere';
	const checked = oldest(anywhere ? [facts.local, facts.global] : [facts.local]);
	const counts = [...countHere(facts, min), ...(anywhere ? countOverall(facts, min) : [])];
	const most = counts.reduce<EditsEvidence | null>(
		(best, next) => (best === null || next.count > best.count ? next : best),
		null,
	);
	if (most !== null && most.count >= min) return { verdict: 'met', evidence: [most], checked };
	const unknown = [...missing(facts, 'local'), ...(anywhere ? missing(facts, 'global') : [])];
	const evidence = most === null ? unknown : [most, ...unknown];
	return { verdict: unknown.length > 0 ? 'unknown' : 'not met', evidence, checked };
}

function countHere(facts: Facts, min: number): readonly EditsEvidence[] {
	const local = valueOf(facts.local);
	return local === null ? [] : [{ kind: 'edits', wiki: local.wiki, count: local.edits, min }];
}

function countOverall(facts: Facts, min: number): readonly EditsEvidence[] {
	const global = valueOf(facts.global);
	return global?.exists ? [{ kind: 'edits', wiki: null, count: global.edits, min }] : [];
}
