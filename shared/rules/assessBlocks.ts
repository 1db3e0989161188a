import {
	getWikiAddress,
	listOtherAccounts,
	type Assessment,
	listMissing,
	findOldestCheck,
	getValue,
} from './assessment.ts';
import type { Evidence } from './eligibility.ts';
import type { AttachedAccount, Block, AccountFacts } from '../wiki/accountFacts.ts';
import type { LeafRequirement } from '../programme/schema.ts';

type BlockRequirement = Extract<LeafRequirement, { kind: 'not-blocked' }>;
type BlockEvidence = Extract<Evidence, { kind: 'block' }>;

/**
 * Requires that the account is neither blocked nor locked. A partial block is shown but does not count, because it only
 * covers some pages. A block of unknown extent (CentralAuth does not report it) is `unknown`. A known lock always counts.
 * For `local`, an unknown lock status is ignored; otherwise nobody could be eligible on a wiki without CentralAuth.
 */
export function assessBlocks({ where }: BlockRequirement, facts: AccountFacts, at: string): Assessment {
	const isAnywhere = where === 'anywhere';
	const otherAccounts = isAnywhere ? listOtherAccounts(facts) : [];
	const global = getValue(facts.global);
	const lockEvidence: readonly Evidence[] = global?.exists && global.locked ? [{ kind: 'lock' }] : [];
	const blocks = [...findLocalBlock(facts, at), ...findOtherBlocks(otherAccounts, at)];
	const unknown = [...listMissing(facts, 'local'), ...(isAnywhere ? listMissing(facts, 'global') : [])];
	const checked = findOldestCheck([facts.local, facts.global]);
	const evidence = [...lockEvidence, ...blocks, ...unknown];
	if (lockEvidence.length > 0 || blocks.some(({ extent }) => extent === 'sitewide')) {
		return { verdict: 'not met', evidence, checkedAt: checked };
	}
	if (unknown.length > 0 || blocks.some(({ extent }) => extent === 'unknown')) {
		return { verdict: 'unknown', evidence, checkedAt: checked };
	}
	if (blocks.length > 0) return { verdict: 'met', evidence, checkedAt: checked };
	const wikisChecked = 1 + otherAccounts.length;
	return { verdict: 'met', evidence: [{ kind: 'not-blocked', wikisChecked }], checkedAt: checked };
}

function findLocalBlock(facts: AccountFacts, at: string): readonly BlockEvidence[] {
	const local = getValue(facts.local);
	return local?.block ? toBlockEvidence(getWikiAddress(local, facts), local.block, at) : [];
}

function findOtherBlocks(otherAccounts: readonly AttachedAccount[], at: string): readonly BlockEvidence[] {
	return otherAccounts.flatMap(({ wiki, url, block }) =>
		block ? toBlockEvidence({ wiki, url }, block, at) : [],
	);
}

function toBlockEvidence(
	place: { readonly wiki: string; readonly url?: string },
	block: Block,
	at: string,
): readonly BlockEvidence[] {
	if (block.expires !== null && Date.parse(block.expires) <= Date.parse(at)) return [];
	return [{ kind: 'block', ...place, extent: block.extent, expires: block.expires }];
}
