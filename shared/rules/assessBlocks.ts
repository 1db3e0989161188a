import { accountsElsewhere, placeOf } from './accountsElsewhere.ts';
import type { Evidence } from './eligibility.ts';
import type { AttachedAccount, Block, Facts } from '../wiki/facts.ts';
import type { Judgement } from './judgement.ts';
import { missing, oldest, valueOf } from './judgement.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type BlockRequirement = Extract<LeafRequirement, { kind: 'not-blocked' }>;
type BlockEvidence = Extract<Evidence, { kind: 'block' }>;

/**
 * Neither blocked nor locked. A partial block is shown but does not count: it keeps somebody off a page, not off the
 * wiki. A block of unknown extent (CentralAuth does not say) is unknown. A lock counts wherever it is known; for
 * `local`, not knowing about locks is no obstacle, or nobody could be eligible on a wiki without CentralAuth.
 */
export function assessBlocks({ where }: BlockRequirement, facts: Facts, at: string): Judgement {
	const anywhere = where === 'anywhere';
	const elsewhere = anywhere ? accountsElsewhere(facts) : [];
	const global = valueOf(facts.global);
	const lock: readonly Evidence[] = global?.exists && global.locked ? [{ kind: 'lock' }] : [];
	const blocks = [...blockHere(facts, at), ...blocksElsewhere(elsewhere, at)];
	const unknown = [...missing(facts, 'local'), ...(anywhere ? missing(facts, 'global') : [])];
	const checked = oldest([facts.local, facts.global]);
	const evidence = [...lock, ...blocks, ...unknown];
	if (lock.length > 0 || blocks.some(({ extent }) => extent === 'sitewide')) {
		return { verdict: 'not met', evidence, checked };
	}
	if (unknown.length > 0 || blocks.some(({ extent }) => extent === 'unknown')) {
		return { verdict: 'unknown', evidence, checked };
	}
	if (blocks.length > 0) return { verdict: 'met', evidence, checked };
	const wikisChecked = 1 + elsewhere.length;
	return { verdict: 'met', evidence: [{ kind: 'not-blocked', wikisChecked }], checked };
}

function blockHere(facts: Facts, at: string): readonly BlockEvidence[] {
	const local = valueOf(facts.local);
	return local?.block ? inForce(placeOf(local, facts), local.block, at) : [];
}

function blocksElsewhere(elsewhere: readonly AttachedAccount[], at: string): readonly BlockEvidence[] {
	return elsewhere.flatMap(({ wiki, url, block }) => (block ? inForce({ wiki, url }, block, at) : []));
}

function inForce(
	place: { readonly wiki: string; readonly url?: string },
	block: Block,
	at: string,
): readonly BlockEvidence[] {
	if (block.expires !== null && Date.parse(block.expires) <= Date.parse(at)) return [];
	return [{ kind: 'block', ...place, extent: block.extent, expires: block.expires }];
}
