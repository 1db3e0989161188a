import type { AttachedAccount, Facts } from './facts.ts';
import { valueOf } from './judgement.ts';

/**
 * The accounts on the other wikis. The programme's own wiki is left out where its own API told about it: that answer is
 * fresher and says more (expiry of groups, extent of a block) than CentralAuth's. If it told nothing, we do not know
 * which of the attached wikis it is, and all are returned.
 */
export function accountsElsewhere(facts: Facts): readonly AttachedAccount[] {
	const global = valueOf(facts.global);
	if (!global?.exists) return [];
	const own = valueOf(facts.local)?.wiki;
	return global.wikis.filter((account) => account.wiki !== own);
}
